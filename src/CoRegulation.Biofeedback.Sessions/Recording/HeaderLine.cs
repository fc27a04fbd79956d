using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>The header as the first line of a recording and back.</summary>
internal static class HeaderLine
{
    public static void Write(Utf8JsonWriter json, SessionHeader header)
    {
        json.WriteStartObject();
        json.WriteNumber("coreg", header.Format);
        json.WriteString("program", header.Program);
        json.WriteString("started", Text(header.Started));
        json.WriteString("origin", Word(header.Origin));
        if (header.Session is { } session)
            json.WriteString("session", session);
        if (header.Part != 1)
            json.WriteNumber("part", header.Part);
        if (header.PartStartS != 0)
            json.WriteNumber("partStartS", SessionTime.ToMicroseconds(header.PartStartS) / 1_000_000m);
        if (header.Title is not null)
            json.WriteString("title", header.Title);
        json.WriteStartArray("people");
        foreach (var person in header.People.AsSpan())
            WritePerson(json, person);
        json.WriteEndArray();
        if (header.Settings is not null)
        {
            json.WritePropertyName("settings");
            json.WriteRawValue(header.Settings);
        }

        JsonValue.WriteExtra(json, header.Extra);
        json.WriteEndObject();
    }

    /// <summary>The format's version; null where the line is not a header of any version.</summary>
    public static int? Format(JsonElement line) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty("coreg", out var version)
        && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var format) && format > 0
            ? format
            : null;

    public static SessionHeader Read(JsonElement line)
    {
        var partStartS = line.TryGetProperty("partStartS", out var start) ? JsonValue.Finite(start, "partStartS") : 0;
        var part = JsonValue.OptionalInteger(line, "part") ?? 1;
        if (part < 1)
            throw new LineException("'part' is not 1 or more");

        return new SessionHeader
        {
            Format = JsonValue.Integer(line, "coreg"),
            Program = JsonValue.OptionalText(line, "program") ?? "",
            Started = Started(JsonValue.Text(line, "started")),
            Origin = OriginOf(JsonValue.Text(line, "origin")),
            People = People(line),
            Session = Session(JsonValue.OptionalText(line, "session")),
            Part = part,
            PartStartS = SessionTime.IsValid(partStartS) ? partStartS : throw new LineException("'partStartS' is no time"),
            Title = JsonValue.OptionalText(line, "title"),
            Settings = Settings(line),
            Extra = JsonValue.Extra(line, "coreg", "program", "started", "origin", "people", "session", "part", "partStartS", "title", "settings"),
        };
    }

    private static string Text(DateTimeOffset time) => time.ToString(
        time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fffzzz" : "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz",
        CultureInfo.InvariantCulture);

    private static void WritePerson(Utf8JsonWriter json, Person person)
    {
        json.WriteStartObject();
        json.WriteString("id", person.Id);
        json.WriteString("name", person.Name);
        if (person.PersonId is not null)
            json.WriteString("personId", person.PersonId);
        if (person.BirthYear is { } birthYear)
            json.WriteNumber("birthYear", birthYear);
        if (person.Sex is not null)
            json.WriteString("sex", person.Sex);
        JsonValue.WriteExtra(json, person.Extra);
        json.WriteEndObject();
    }

    private static ImmutableArray<Person> People(JsonElement line)
    {
        if (!line.TryGetProperty("people", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            throw new LineException("'people' is not a list of one or more");

        var people = list.EnumerateArray().Select(ReadPerson).ToImmutableArray();
        return people.DistinctBy(person => person.Id).Count() == people.Length
            ? people
            : throw new LineException("two of 'people' have the same id");
    }

    private static Person ReadPerson(JsonElement person)
    {
        if (person.ValueKind != JsonValueKind.Object)
            throw new LineException("one of 'people' is not a JSON object");

        var id = JsonValue.Text(person, "id");
        return new Person
        {
            Id = id,
            Name = JsonValue.OptionalText(person, "name") ?? id,
            PersonId = JsonValue.OptionalText(person, "personId"),
            BirthYear = JsonValue.OptionalInteger(person, "birthYear"),
            Sex = JsonValue.OptionalText(person, "sex"),
            Extra = JsonValue.Extra(person, "id", "name", "personId", "birthYear", "sex"),
        };
    }

    // Without an offset the instant would depend on the time zone of the machine that reads it.
    private static DateTimeOffset Started(string text)
    {
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var started)
            ? started
            : throw new LineException("'started' is not an ISO 8601 time with its offset, such as 2026-11-24T19:30:00.000+01:00");
    }

    private static Guid? Session(string? text) => text is null ? null
        : Guid.TryParse(text, out var session) ? session
        : throw new LineException("'session' is not a UUID");

    private static string? Settings(JsonElement line) => !line.TryGetProperty("settings", out var settings) || settings.ValueKind == JsonValueKind.Null ? null
        : settings.ValueKind == JsonValueKind.Object ? settings.GetRawText()
        : throw new LineException("'settings' is not a JSON object");

    private static string Word(Origin origin) => origin switch
    {
        Origin.Live => "live",
        Origin.Simulated => "simulated",
        Origin.Imported => "imported",
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "No word for this origin."),
    };

    private static Origin OriginOf(string word) => word switch
    {
        "live" => Origin.Live,
        "simulated" => Origin.Simulated,
        "imported" => Origin.Imported,
        _ => throw new LineException("'origin' is none of live, simulated, imported"),
    };
}
