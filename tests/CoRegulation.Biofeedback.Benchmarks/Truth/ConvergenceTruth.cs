using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Sensors.Simulation;

namespace CoRegulation.Biofeedback.Benchmarks.Truth;

/// <summary>How often the words of convergence are right, on pairs of which it is known what they do.</summary>
internal static class ConvergenceTruth
{
    /// <summary>Shares of one condition, 0 to 1.</summary>
    /// <param name="Condition">What the pairs do.</param>
    /// <param name="Sessions">How many.</param>
    /// <param name="Nearing">Sessions called nearing as a whole.</param>
    /// <param name="Parting">Sessions called parting as a whole.</param>
    /// <param name="LiveNearing">Time called nearing live, of the time with a word.</param>
    /// <param name="LiveParting">Time called parting live.</param>
    /// <param name="PersonMoves">People called settling or rising over the session.</param>
    /// <param name="LivePersonMoves">Time in which a person is called so live.</param>
    public readonly record struct Row(
        string Condition, int Sessions, double Nearing, double Parting, double LiveNearing, double LiveParting, double PersonMoves, double LivePersonMoves);

    /// <summary>The conditions of the study.</summary>
    public static ImmutableArray<(string Name, Scenario Scenario)> Conditions { get; } =
    [
        ("unrelated, levels as drawn", PairConditions.Uncoupled),
        ("unrelated, 2 bpm apart", PairConditions.Apart(2)),
        ("unrelated, 15 bpm apart", PairConditions.Apart(15)),
        ("both steady hearts", PairConditions.BothCalm),
        ("nearing 1.5 bpm/min", PairConditions.Approach(1.5)),
        ("nearing 4 bpm/min for 300 s", PairConditions.FastApproach),
        ("converging, 90 to 75 and 65 to 70", PairConditions.Converging),
        ("parting 1.5 bpm/min, correlated", PairConditions.CorrelatedParting),
        ("scenario settling", Scenarios.Settling),
        ("scenario parent-child", Scenarios.ParentChild),
    ];

    /// <summary>The table.</summary>
    /// <param name="sessions">Sessions of each condition.</param>
    /// <param name="seed">Seed of the first session.</param>
    public static ImmutableArray<Row> Rows(int sessions, int seed) =>
        [.. Conditions.Select(condition => Measure(condition.Name, condition.Scenario, sessions, seed))];

    /// <summary>One condition.</summary>
    public static Row Measure(string name, Scenario scenario, int sessions, int seed)
    {
        var found = TruthSessions.Map(scenario, sessions, seed, analysis =>
        {
            var (summary, rows) = (analysis.Dyad!.ConvergenceSummary, analysis.Dyad.Convergence);
            return (
                Whole: summary.State,
                People: (Moves(summary.A.Word) + Moves(summary.B.Word)) / 2,
                Known: rows.Count(row => row.State is not null),
                Nearing: rows.Count(row => row.State is ConvergenceState.Nearing),
                Parting: rows.Count(row => row.State is ConvergenceState.Parting),
                LivePeople: rows.Sum(row => (Moves(row.ATrend) + Moves(row.BTrend)) / 2));
        });
        double known = found.Sum(session => session.Known);
        return new(
            name,
            sessions,
            Share(session => session.Whole is ConvergenceState.Nearing),
            Share(session => session.Whole is ConvergenceState.Parting),
            found.Sum(session => session.Nearing) / known,
            found.Sum(session => session.Parting) / known,
            found.Average(session => session.People),
            found.Sum(session => session.LivePeople) / known);

        double Share(Func<(ConvergenceState? Whole, double, int, int, int, double), bool> which) => found.Count(which) / (double)sessions;
    }

    private static double Moves(HeartTrend? trend) => trend is HeartTrend.Settling or HeartTrend.Rising ? 1 : 0;
}
