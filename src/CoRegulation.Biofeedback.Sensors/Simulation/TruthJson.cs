using System.Text.Json;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;
using CoRegulation.Biofeedback.Sensors.Simulation.Straps;

namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>Writes what the simulator knows of a session as one JSON document.</summary>
/// <remarks>Keys are camelCase and carry their unit. Times are s since session start, to the microsecond; other numbers have six decimals at most.</remarks>
public static class TruthJson
{
    /// <summary>Writes the truth.</summary>
    /// <param name="stream">Where to; UTF-8, left open.</param>
    /// <param name="session">The session.</param>
    public static void Write(Stream stream, SimulatedSession session)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(session);
        using var json = new Utf8JsonWriter(stream, new() { Indented = false });

        json.WriteStartObject();
        json.WriteString("origin", "simulated");
        json.WriteString("scenario", session.Scenario.Name);
        json.WriteNumber("seed", session.Seed);
        Number(json, "durationS", session.DurationS);
        Coupling(json, session.Truth.Coupling);
        if (session.Truth.Anchor is { } anchor)
            json.WriteString("anchor", anchor);
        else
            json.WriteNull("anchor");
        Array(json, "people", session.Truth.People, person => Person(json, person, session.People.First(p => p.Id == person.Id).Name));
        json.WriteEndObject();
    }

    private static void Coupling(Utf8JsonWriter json, Coupling? coupling)
    {
        if (coupling is null)
        {
            json.WriteNull("coupling");
            return;
        }

        json.WriteStartObject("coupling");
        json.WriteString("band", Word(coupling.Band));
        Number(json, "strength", coupling.Strength);
        Number(json, "lagS", coupling.LagS);
        Number(json, "startS", coupling.StartS);
        json.WriteEndObject();
    }

    private static void Person(Utf8JsonWriter json, PersonTruth person, string name)
    {
        json.WriteStartObject();
        json.WriteString("id", person.Id);
        json.WriteString("name", name);

        json.WriteStartObject("heart");
        Number(json, "meanBpm", person.Heart.MeanBpm);
        Number(json, "verySlowBpm", person.Heart.VerySlowBpm);
        Number(json, "slowBpm", person.Heart.SlowBpm);
        Number(json, "mayerBpm", person.Heart.MayerBpm);
        Number(json, "mayerHz", person.Heart.MayerHz);
        Number(json, "rsaBpm", person.Heart.RsaBpm);
        Number(json, "breathingHz", person.Heart.BreathingHz);
        json.WriteEndObject();

        json.WriteStartObject("strap");
        Number(json, "driftPpm", person.DriftPpm);
        Number(json, "latencyS", person.LatencyS);
        Array(json, "faults", person.Faults, fault =>
        {
            json.WriteStartObject();
            json.WriteString("kind", Word(fault.Kind));
            Number(json, "startS", fault.StartS);
            Number(json, "endS", fault.EndS);
            json.WriteEndObject();
        });
        json.WriteEndObject();

        Baseline(json, person.Baseline);
        Array(json, "episodes", person.Episodes, episode =>
        {
            json.WriteStartObject();
            Number(json, "onsetS", episode.OnsetS);
            Number(json, "peakS", episode.PeakS);
            Number(json, "amplitudeBpm", episode.AmplitudeBpm);
            Number(json, "tauS", episode.TauS);
            if (episode.TimeToBaselineS is { } timeToBaselineS)
                Number(json, "timeToBaselineS", timeToBaselineS);
            else
                json.WriteNull("timeToBaselineS");
            json.WriteEndObject();
        });
        Array(json, "beatTimesS", person.BeatTimesS, timeS => Number(json, timeS));
        Array(json, "ectopicBeats", person.EctopicBeats, json.WriteNumberValue);
        json.WriteNumber("samplesPerSecond", PersonTruth.SamplesPerSecond);
        Array(json, "rateBpm", person.RateBpm, bpm => Number(json, bpm));
        Array(json, "breathingHz", person.BreathingHz, hz => Number(json, hz));
        Array(json, "rsaBpm", person.RsaBpm, bpm => Number(json, bpm));
        Array(json, "notifications", person.Notifications, notification => Notification(json, notification));
        json.WriteEndObject();
    }

    private static void Baseline(Utf8JsonWriter json, BaselineTruth? baseline)
    {
        if (baseline is null)
        {
            json.WriteNull("baseline");
            return;
        }

        json.WriteStartObject("baseline");
        Number(json, "heartRateBpm", baseline.Bpm);
        Number(json, "spreadBpm", baseline.SpreadBpm);
        json.WriteEndObject();
    }

    private static void Notification(Utf8JsonWriter json, NotificationTruth notification)
    {
        json.WriteStartObject();
        Number(json, "sentS", notification.SentS);
        if (notification.ArrivalS is { } arrivalS)
            Number(json, "arrivalS", arrivalS);
        else
            json.WriteNull("arrivalS");
        if (notification.IsDuplicate)
            json.WriteBoolean("duplicate", true);
        Array(json, "beats", notification.Intervals, interval => json.WriteNumberValue(interval.Beat));
        if (notification.Intervals.Any(interval => interval.Beat < 0))
            Array(json, "closedS", notification.Intervals, interval => Number(json, interval.TimeS));
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string key, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(key);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string key, double value) => json.WriteNumber(key, Math.Round(value, 6));

    private static void Number(Utf8JsonWriter json, double value) => json.WriteNumberValue(Math.Round(value, 6));

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
