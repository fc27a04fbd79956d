using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>A fact as a line of a recording and back.</summary>
internal static class FactLine
{
    public static void Write(Utf8JsonWriter json, Fact fact)
    {
        if (fact is UnknownFact unknown)
        {
            json.WriteRawValue(unknown.Json);
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("t", SessionTime.ToMicroseconds(fact.TimeS) / 1_000_000m);
        json.WriteString("k", FactKind.Of(fact));
        WriteFields(json, fact);
        JsonValue.WriteExtra(json, fact.Extra);
        json.WriteEndObject();
    }

    public static Fact Read(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
            throw new LineException("it is not a JSON object");
        if (line.TryGetProperty("coreg", out _) && !line.TryGetProperty("k", out _))
            throw new LineException("a header, which can only be the first line");

        var timeS = JsonValue.Number(line, "t");
        if (!SessionTime.IsValid(timeS))
            throw new LineException("'t' is no time: seconds since the start, from 0 to a thousand million");

        var kind = JsonValue.Text(line, "k");
        return kind switch
        {
            FactKind.Notification => new NotificationFact(timeS, Person(line), Hex(line)) { Extra = JsonValue.Extra(line, "t", "k", "p", "hex") },
            FactKind.Rr => new RrFact(timeS, Person(line), RrMs(line)) { Extra = JsonValue.Extra(line, "t", "k", "p", "rrMs") },
            FactKind.Sensor => Sensor(line, timeS),
            FactKind.Battery => new BatteryFact(timeS, Person(line), JsonValue.Integer(line, "percent")) { Extra = JsonValue.Extra(line, "t", "k", "p", "percent") },
            FactKind.Phase => new PhaseFact(timeS, JsonValue.Text(line, "label")) { Extra = JsonValue.Extra(line, "t", "k", "label") },
            FactKind.Marker => new MarkerFact(timeS, JsonValue.Text(line, "label")) { Extra = JsonValue.Extra(line, "t", "k", "label") },
            FactKind.Note => new NoteFact(timeS, JsonValue.Text(line, "text")) { Extra = JsonValue.Extra(line, "t", "k", "text") },
            FactKind.Pacer => new PacerFact(timeS, PerMin(line)) { Extra = JsonValue.Extra(line, "t", "k", "perMin") },
            FactKind.Person when JsonValue.OptionalText(line, "p") is { } id => new PersonFact(timeS, id, JsonValue.OptionalText(line, "name") ?? id) { Extra = JsonValue.Extra(line, "t", "k", "p", "name") },
            FactKind.Assign when JsonValue.OptionalText(line, "p") is { } id => new AssignFact(timeS, id, JsonValue.OptionalText(line, "id"), JsonValue.OptionalText(line, "name"))
            {
                Extra = JsonValue.Extra(line, "t", "k", "p", "id", "name"),
            },
            FactKind.End => new EndFact(timeS) { Extra = JsonValue.Extra(line, "t", "k") },
            _ => new UnknownFact(timeS, kind, line.GetRawText()),
        };
    }

    private static void WriteFields(Utf8JsonWriter json, Fact fact)
    {
        switch (fact)
        {
            case NotificationFact notification:
                json.WriteString("p", notification.Person);
                json.WriteString("hex", Convert.ToHexStringLower(notification.Bytes.AsSpan()));
                break;
            case RrFact rr:
                json.WriteString("p", rr.Person);
                json.WriteStartArray("rrMs");
                foreach (var rrMs in rr.RrMs.AsSpan())
                    json.WriteNumberValue(rrMs);
                json.WriteEndArray();
                break;
            case SensorFact sensor:
                json.WriteString("p", sensor.Person);
                json.WriteString("state", Word(sensor.State));
                if (sensor.Id is not null)
                    json.WriteString("id", sensor.Id);
                if (sensor.Name is not null)
                    json.WriteString("name", sensor.Name);
                if (sensor.Detail is not null)
                    json.WriteString("detail", sensor.Detail);
                break;
            case AssignFact assign:
                json.WriteString("p", assign.Person);
                if (assign.Id is not null)
                    json.WriteString("id", assign.Id);
                if (assign.Name is not null)
                    json.WriteString("name", assign.Name);
                break;
            case PersonFact person:
                json.WriteString("p", person.Person);
                json.WriteString("name", person.Name);
                break;
            case BatteryFact battery:
                json.WriteString("p", battery.Person);
                json.WriteNumber("percent", battery.Percent);
                break;
            case PhaseFact phase:
                json.WriteString("label", phase.Label);
                break;
            case MarkerFact marker:
                json.WriteString("label", marker.Label);
                break;
            case NoteFact note:
                json.WriteString("text", note.Text);
                break;
            case PacerFact { PerMin: { } perMin }:
                json.WriteNumber("perMin", perMin);
                break;
            case PacerFact:
                json.WriteNull("perMin");
                break;
        }
    }

    private static string Person(JsonElement line) => JsonValue.Text(line, "p");

    private static ImmutableArray<byte> Hex(JsonElement line)
    {
        try
        {
            return ImmutableCollectionsMarshal.AsImmutableArray(Convert.FromHexString(JsonValue.Text(line, "hex")));
        }
        catch (FormatException)
        {
            throw new LineException("'hex' is not bytes in hexadecimal");
        }
    }

    private static ImmutableArray<double> RrMs(JsonElement line)
    {
        if (!line.TryGetProperty("rrMs", out var list) || list.ValueKind != JsonValueKind.Array)
            throw new LineException("'rrMs' is not a list");

        var rrMs = ImmutableArray.CreateBuilder<double>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            rrMs.Add(JsonValue.Finite(item, "rrMs"));
            if (rrMs[^1] <= 0)
                throw new LineException("an interval of 'rrMs' is not above 0");
        }

        return rrMs.MoveToImmutable();
    }

    // A state that a later program may know keeps the line as it is instead of refusing the file.
    private static Fact Sensor(JsonElement line, double timeS) => State(JsonValue.Text(line, "state")) is { } state
        ? new SensorFact(timeS, Person(line), state, JsonValue.OptionalText(line, "id"), JsonValue.OptionalText(line, "name"), JsonValue.OptionalText(line, "detail"))
        {
            Extra = JsonValue.Extra(line, "t", "k", "p", "state", "id", "name", "detail"),
        }
        : new UnknownFact(timeS, FactKind.Sensor, line.GetRawText());

    private static double? PerMin(JsonElement line)
    {
        if (!line.TryGetProperty("perMin", out var value) || value.ValueKind == JsonValueKind.Null)
            return null;

        var perMin = JsonValue.Finite(value, "perMin");
        return perMin > 0 ? perMin : throw new LineException("'perMin' is not above 0");
    }

    private static string Word(SensorState state) => state switch
    {
        SensorState.Connected => "connected",
        SensorState.Lost => "lost",
        SensorState.Silent => "silent",
        SensorState.Contact => "contact",
        SensorState.NoContact => "no-contact",
        SensorState.Connecting => "connecting",
        SensorState.GaveUp => "gave-up",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No word for this state."),
    };

    private static SensorState? State(string word) => word switch
    {
        "connected" => SensorState.Connected,
        "lost" => SensorState.Lost,
        "silent" => SensorState.Silent,
        "contact" => SensorState.Contact,
        "no-contact" => SensorState.NoContact,
        "connecting" => SensorState.Connecting,
        "gave-up" => SensorState.GaveUp,
        _ => null,
    };
}
