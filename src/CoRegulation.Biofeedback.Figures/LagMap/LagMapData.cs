using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Figures.LagMap;

/// <summary>What the lag-by-time map shows.</summary>
public sealed record LagMapData
{
    /// <summary>The windows, in order of time; missing ones are left out or hold NaN.</summary>
    public required ImmutableArray<SynchronyWindow> Windows { get; init; }

    /// <summary>Lags of every window, s, evenly from the most negative to the most positive; positive: B follows A.</summary>
    public required ImmutableArray<double> LagsS { get; init; }

    /// <summary>Session time now, s.</summary>
    public required double NowS { get; init; }

    /// <summary>From one window to the next, s. Default 5, as the engine's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number above 0.</exception>
    public double StepS
    {
        get;
        init => field = double.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "StepS is in seconds and must be above 0.");
    } = 5;

    /// <summary>What stands beside the map: at most two profiles. Default none: there is no comparison with strangers yet.</summary>
    public ImmutableArray<LagProfile> Profiles { get; init; } = [];

    /// <summary>Name of A; free text.</summary>
    public string NameA { get; init; } = "A";

    /// <summary>Name of B; free text.</summary>
    public string NameB { get; init; } = "B";

    /// <summary>The largest lag, s.</summary>
    public double MaxLagS => LagsS.IsEmpty ? 0 : LagsS[^1];

    /// <summary>The map of a session that runs.</summary>
    /// <param name="header">Who takes part.</param>
    /// <param name="history">What has been so far.</param>
    public static LagMapData From(SessionHeader header, SnapshotHistory history)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(history);
        var windows = history.Windows;
        return new LagMapData
        {
            Windows = windows,
            LagsS = history.LagsS,
            NowS = Math.Max(0, history.NextIndex - 1) / (double)Snapshot.PerSecond,
            StepS = windows.Length > 1 ? windows[1].StartS - windows[0].StartS : 5,
            Profiles = history.Verdict.State is VerdictState.Paced ? [] : LagProfile.Of(history.Verdict.Look?.Result),
            NameA = header.People[0].Name,
            NameB = header.People[^1].Name,
        };
    }

    /// <summary>The map of a whole session, with hindsight.</summary>
    /// <param name="analysis">The session.</param>
    public static LagMapData From(SessionAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var windows = analysis.Dyad?.Windows ?? [];
        return new LagMapData
        {
            Windows = [.. windows.Select(w => new SynchronyWindow(w.StartS, w.EndS, [.. w.R.ToArray().Select(r => (float)r)]))],
            LagsS = windows.Count == 0 ? [] : [.. Enumerable.Range(0, windows[0].R.Length).Select(windows[0].LagS)],
            NowS = analysis.DurationS,
            Profiles = LagProfile.Of(analysis.Dyad?.Synchrony),
            StepS = analysis.Options.Synchrony.StepS,
            NameA = analysis.People[0].Person.Name,
            NameB = analysis.People[^1].Person.Name,
        };
    }
}
