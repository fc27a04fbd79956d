using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;
using CoRegulation.Biofeedback.Sensors.Simulation.Straps;

namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>Simulates one or two people with heart-rate straps.</summary>
/// <remarks>Deterministic to the bit on any platform. Chance is drawn from a stream for each person and purpose: changing one part of a scenario
/// leaves the others as they were, and a longer session begins with the shorter one.</remarks>
public static class Simulator
{
    /// <summary>The longest session, s: one day.</summary>
    public const double LongestS = 86_400;

    /// <summary>Simulates a session.</summary>
    /// <param name="scenario">Who and what.</param>
    /// <param name="seed">Any number; another seed gives other people in the same situation.</param>
    /// <param name="durationS">Length, s, from 1 to a day; the scenario's own when null. What lies behind the end does not happen;
    /// behind the last phase its situation goes on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is out of range.</exception>
    /// <exception cref="ArgumentException">A shared breathing wave and a pacer cannot be had together, nor coupling or anchor B without B.</exception>
    public static SimulatedSession Run(Scenario scenario, int seed, double? durationS = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var lengthS = Check.In(durationS ?? scenario.DurationS, 1, LongestS, nameof(durationS));
        if (scenario.B is null && (scenario.Coupling is not null || scenario.Anchor is "B"))
            throw new ArgumentException($"Scenario '{scenario.Name}' has one person: no coupling, and no anchor B.", nameof(scenario));
        if (scenario.Coupling is { Band: CouplingBand.Breathing } && !scenario.Pacer.IsEmpty)
            throw new ArgumentException($"Scenario '{scenario.Name}' has a shared breathing wave and a pacer: choose one.", nameof(scenario));

        ImmutableArray<PacerChange> pacer = [.. scenario.Pacer.OrderBy(change => change.TimeS)];
        var shared = scenario.Coupling is null ? null : new SharedWave(scenario.Coupling, lengthS, seed);
        (string Id, ScenarioPerson Person)[] people = scenario.B is null
            ? [("A", scenario.A)]
            : [("A", scenario.A), ("B", scenario.B)];
        var lived = people.Select(person => Live(person.Id, person.Person, shared, pacer, Within(scenario.Phases), lengthS, seed)).ToArray();

        return new()
        {
            Scenario = scenario,
            Seed = seed,
            DurationS = lengthS,
            People = [.. people.Select(person => new SimulatedPerson(person.Id, person.Person.Name))],
            Messages = [.. lived.SelectMany(life => life.Messages).OrderBy(message => message.ArrivalS)],
            Phases = Within(scenario.Phases),
            Markers = Within(scenario.Markers),
            Pacer = [.. pacer.Where(change => change.TimeS <= lengthS)],
            Truth = new([.. lived.Select(life => life.Truth)], scenario.Coupling, scenario.Anchor),
        };

        ImmutableArray<TimedLabel> Within(ImmutableArray<TimedLabel> labels) =>
            [.. labels.Where(label => label.TimeS <= lengthS).OrderBy(label => label.TimeS)];
    }

    private static (ImmutableArray<SimulatedMessage> Messages, PersonTruth Truth) Live(
        string id, ScenarioPerson person, SharedWave? shared, ImmutableArray<PacerChange> pacer, ImmutableArray<TimedLabel> phases, double durationS, int seed)
    {
        var rate = HeartRate.Generate(person.Heart, shared, pacer, durationS, seed, id);
        var (beatTimesS, ectopic) = Pacemaker.Beat(rate, person.Heart, seed, id);
        var strap = StrapModel.Run(beatTimesS.AsSpan(), durationS, person.Strap, seed, id);
        var beats = beatTimesS.Count(timeS => timeS <= durationS);
        var rateBpm = Sampled(rate.Total);
        var baseline = BaselineTruth.Of(rateBpm.AsSpan(), phases);

        return (strap.Messages, new()
        {
            Id = id,
            Heart = rate.Parameters,
            BeatTimesS = beatTimesS[..beats],
            EctopicBeats = [.. ectopic.Where(beat => beat < beats)],
            RateBpm = rateBpm,
            Baseline = baseline,
            BreathingHz = Sampled(rate.BreathingHz),
            RsaBpm = Sampled(rate.Rsa),
            Episodes = ReturnTruth.Add([.. rate.Episodes.Where(episode => episode.OnsetS <= durationS)], rateBpm.AsSpan(), baseline),
            Notifications = strap.Notifications,
            Faults = strap.Faults,
            DriftPpm = strap.DriftPpm,
            LatencyS = person.Strap.LatencyS,
        });

        ImmutableArray<double> Sampled(double[] series)
        {
            const int Step = Grid.PerSecond / PersonTruth.SamplesPerSecond;
            return [.. Enumerable.Range(0, (int)(durationS * PersonTruth.SamplesPerSecond) + 1).Select(i => series[i * Step])];
        }
    }
}
