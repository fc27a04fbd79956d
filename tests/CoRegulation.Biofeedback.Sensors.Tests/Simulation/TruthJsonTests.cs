using System.Text.Json;
using CoRegulation.Biofeedback.Sensors.Simulation;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation;

public class TruthJsonTests
{
    [Fact]
    public void Everything_that_the_simulator_knows_is_written_with_its_unit()
    {
        var session = Simulator.Run(Scenarios.TherapistAnchor, 1, 400);

        var truth = Written(session);

        Assert.Equal("therapist-anchor", truth.GetProperty("scenario").GetString());
        Assert.Equal(1, truth.GetProperty("seed").GetInt32());
        Assert.Equal(400, truth.GetProperty("durationS").GetDouble());
        Assert.Equal("B", truth.GetProperty("anchor").GetString());
        Assert.Equal(JsonValueKind.Null, truth.GetProperty("coupling").ValueKind);
        var (clara, known) = (truth.GetProperty("people")[0], session.Truth.People[0]);
        Assert.Equal("Clara", clara.GetProperty("name").GetString());
        Assert.Equal(74, clara.GetProperty("heart").GetProperty("meanBpm").GetDouble());
        Assert.Equal([90, 60], clara.GetProperty("episodes").EnumerateArray().Select(episode => episode.GetProperty("tauS").GetDouble()));
        Assert.Equal(known.BeatTimesS, Numbers(clara, "beatTimesS"), (a, b) => Math.Abs(a - b) <= 1e-6);
        Assert.Equal(known.RateBpm, Numbers(clara, "rateBpm"), (a, b) => Math.Abs(a - b) <= 1e-6);
        Assert.Equal(1601, clara.GetProperty("breathingHz").GetArrayLength());
        Assert.Equal(known.RsaBpm, Numbers(clara, "rsaBpm"), (a, b) => Math.Abs(a - b) <= 1e-6);
        Assert.Equal(
            known.Notifications.SelectMany(notification => notification.Intervals).Select(interval => interval.Beat),
            clara.GetProperty("notifications").EnumerateArray().SelectMany(n => n.GetProperty("beats").EnumerateArray()).Select(beat => beat.GetInt32()));
    }

    [Fact]
    public void Coupling_is_written_with_band_strength_and_lag()
    {
        var coupling = Written(Simulator.Run(Scenarios.Settling, 1, 10)).GetProperty("coupling");

        Assert.Equal("""{"band":"slow","strength":0.6,"lagS":1.5,"startS":120}""", coupling.GetRawText());
    }

    [Fact]
    public void Faults_lost_messages_duplicates_and_beats_that_are_none_are_written()
    {
        var people = Written(Simulator.Run(Scenarios.StrapTrouble, 1)).GetProperty("people").EnumerateArray().ToArray();

        Assert.Contains(people[0].GetProperty("strap").GetProperty("faults").EnumerateArray(),
            fault => fault.GetRawText() == """{"kind":"noContact","startS":110,"endS":125}""");
        var notifications = people.SelectMany(person => person.GetProperty("notifications").EnumerateArray()).ToArray();
        Assert.Contains(notifications, notification => notification.GetProperty("arrivalS").ValueKind is JsonValueKind.Null);
        Assert.Contains(notifications, notification => notification.TryGetProperty("duplicate", out _));
        Assert.Contains(notifications, notification => notification.TryGetProperty("closedS", out _));
    }

    private static IEnumerable<double> Numbers(JsonElement person, string key) => person.GetProperty(key).EnumerateArray().Select(number => number.GetDouble());

    private static JsonElement Written(SimulatedSession session)
    {
        using var stream = new MemoryStream();
        TruthJson.Write(stream, session);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}
