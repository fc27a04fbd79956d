using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Figures.Overview;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Figures.Distance;

/// <summary>What the figure of the distance shows: a value at each whole second from 0, NaN or null where there is none.</summary>
public sealed record DistanceData
{
    /// <summary>Distance between the two heart rates, bpm.</summary>
    public required ImmutableArray<double> DistanceBpm { get; init; }

    /// <summary>A's heart rate above A's own baseline, in units of that baseline's spread.</summary>
    public required ImmutableArray<double> ABaselineSd { get; init; }

    /// <summary>The same of B.</summary>
    public required ImmutableArray<double> BBaselineSd { get; init; }

    /// <summary>What the distance does.</summary>
    public required ImmutableArray<ConvergenceState?> States { get; init; }

    /// <summary>Session time now, s.</summary>
    public required double NowS { get; init; }

    /// <summary>The phases, in order of time. Default none.</summary>
    public ImmutableArray<PhaseBand> Phases { get; init; } = [];

    /// <summary>Name of A; free text.</summary>
    public string NameA { get; init; } = "A";

    /// <summary>Name of B; free text.</summary>
    public string NameB { get; init; } = "B";

    /// <summary>The distance in a session that runs, as known at each second: with the baseline of then, never revised.</summary>
    /// <param name="header">Who takes part: two people.</param>
    /// <param name="history">What has been so far.</param>
    /// <param name="events">The phases so far, in order of time.</param>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    public static DistanceData From(SessionHeader header, SnapshotHistory history, IEnumerable<Fact> events)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(events);
        var columns = history.Read();
        double[] Smooth(ImmutableArray<float> column) => RunningMedian.EachSecond(column.AsSpan(), columns.FirstIndex);
        var (a, b) = (Smooth(columns.HeartRateBpm[0]), Smooth(columns.HeartRateBpm[1]));
        var nowS = Math.Max(0, columns.FirstIndex + columns.HeartRateBpm[0].Length - 1) / (double)Snapshot.PerSecond;
        return new()
        {
            DistanceBpm = [.. a.Zip(b, (one, other) => Math.Abs(one - other))],
            ABaselineSd = [.. Smooth(columns.BaselineSd[0])],
            BBaselineSd = [.. Smooth(columns.BaselineSd[1])],
            States = [.. Enumerable.Range(0, a.Length).Select(second => (second * Snapshot.PerSecond) - columns.FirstIndex is >= 0 and var row ? columns.Convergence[(int)row] : null)],
            NowS = nowS,
            Phases = PhaseBand.Of(events, nowS),
            NameA = header.People[0].Name,
            NameB = header.People[^1].Name,
        };
    }

    /// <summary>The distance over a whole session, with hindsight.</summary>
    /// <param name="analysis">The session, of two people.</param>
    /// <exception cref="ArgumentNullException"><paramref name="analysis"/> is null.</exception>
    public static DistanceData From(SessionAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var rows = (analysis.Dyad?.Convergence ?? []).ToDictionary(row => (int)Math.Round(row.TimeS));
        var seconds = Enumerable.Range(0, rows.Count == 0 ? 0 : rows.Keys.Max() + 1).ToArray();
        ImmutableArray<double> Column(Func<ConvergenceRow, double> value) =>
            [.. seconds.Select(second => rows.TryGetValue(second, out var row) ? value(row) : double.NaN)];
        return new()
        {
            DistanceBpm = Column(row => row.DistanceBpm),
            ABaselineSd = Column(row => row.ABaselineSd),
            BBaselineSd = Column(row => row.BBaselineSd),
            States = [.. seconds.Select(second => rows.TryGetValue(second, out var row) ? row.State : null)],
            NowS = analysis.DurationS,
            Phases = [.. analysis.Phases.Select(phase => new PhaseBand(phase.Label, phase.StartS, phase.EndS))],
            NameA = analysis.People[0].Person.Name,
            NameB = analysis.People[^1].Person.Name,
        };
    }
}
