using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

namespace CoRegulation.Biofeedback.Benchmarks.Truth;

/// <summary>How often the anchor is named rightly, on pairs of which it is known who it is, or that nobody is.</summary>
internal static class AnchorTruth
{
    /// <summary>Shares of one condition, 0 to 1.</summary>
    /// <param name="Condition">What the pairs do.</param>
    /// <param name="Anchor">Who is the anchor by level; null for nobody.</param>
    /// <param name="Sessions">How many.</param>
    /// <param name="Right">Sessions in which just that is found, by level.</param>
    /// <param name="Named">Sessions in which somebody is named by level.</param>
    /// <param name="Confidence">Mean confidence of the answers where the question could be asked; NaN where it never could.</param>
    public readonly record struct Row(string Condition, char? Anchor, int Sessions, double Right, double Named, double Confidence);

    /// <summary>The conditions of the study.</summary>
    public static ImmutableArray<(string Name, Scenario Scenario)> Conditions { get; } =
    [
        ("episodes of 26 to 28 bpm beside a steady heart", PairConditions.Anchor("B", new(26, 28))),
        ("the same with the people swapped", PairConditions.Anchor("A", new(26, 28))),
        ("episodes of 14 to 18 bpm beside a steady heart", PairConditions.Anchor("B", new(14, 18))),
        ("scenario therapist-anchor", Scenarios.TherapistAnchor),
        ("scenario parent-child", Scenarios.ParentChild),
        ("unrelated", PairConditions.Uncoupled),
        ("scenario uncoupled", Scenarios.Uncoupled),
        ("both with episodes at the same times", PairConditions.BothEpisodes(sameTime: true)),
        ("both with episodes in turn", PairConditions.BothEpisodes(sameTime: false)),
        ("both steady", PairConditions.BothCalm),
        ("one steady, nothing happens", PairConditions.OneCalm),
        ("converging, 90 to 75 and 65 to 70", PairConditions.Converging),
        ("nearing 1.5 bpm/min", PairConditions.Approach(1.5)),
        ("parting, correlated", PairConditions.CorrelatedParting),
        ("slow part shared, c = 0.7, B 2 s later", Scenarios.Study(new() { Band = CouplingBand.Slow, Strength = 0.7, LagS = 2 })),
        ("scenario settling", Scenarios.Settling),
        ("scenario paced", Scenarios.Paced),
    ];

    /// <summary>The table.</summary>
    /// <param name="sessions">Sessions of each condition.</param>
    /// <param name="seed">Seed of the first session.</param>
    public static ImmutableArray<Row> Rows(int sessions, int seed) =>
        [.. Conditions.Select(condition => Measure(condition.Name, condition.Scenario, sessions, seed))];

    /// <summary>One condition.</summary>
    public static Row Measure(string name, Scenario scenario, int sessions, int seed)
    {
        var anchor = scenario.Anchor?[0];
        var found = TruthSessions.Map(scenario, sessions, seed, analysis => analysis.Dyad!.Anchor.ByLevel);
        return new(
            name,
            anchor,
            sessions,
            found.Count(finding => finding.Person == anchor) / (double)sessions,
            found.Count(finding => finding.Person is not null) / (double)sessions,
            found.Where(finding => finding.Confidence > 0).Select(finding => finding.Confidence).DefaultIfEmpty(double.NaN).Average());
    }

    /// <summary>Share of sessions in which the live reading names somebody at any time who is not the anchor, and in which it names the anchor.</summary>
    public static (double Wrong, double Right) MeasureLive(Scenario scenario, int sessions, int seed)
    {
        var anchor = scenario.Anchor?[0];
        var found = TruthSessions.MapLive(scenario, sessions, seed, snapshots => snapshots
            .Select(snapshot => snapshot.Dyad!.AnchorByLevel?.Person).Where(person => person is not null).Distinct().ToArray());
        return (
            found.Count(named => named.Any(person => person != anchor)) / (double)sessions,
            found.Count(named => anchor is not null && named.Contains(anchor)) / (double)sessions);
    }
}
