using CoRegulation.Biofeedback.Analysis.Anchors;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

namespace CoRegulation.Biofeedback.Sessions.Snapshots;

/// <summary>The pair at the instant of a snapshot. Synchrony and convergence are separate: each can be high while the other is low.</summary>
public sealed record DyadSnapshot
{
    /// <summary>Whether somebody's strap sends no RR intervals: only the distance is known then.</summary>
    public bool LacksIntervals { get; init; }

    /// <summary>Synchrony: tanh of the highest mean Fisher z over the lags, from the windows of the last 120 s.</summary>
    public required Reading R { get; init; }

    /// <summary>The lag of that peak, s; positive when B follows A.</summary>
    public required Reading LagS { get; init; }

    /// <summary>Whether they move together beyond chance, as far as the session so far tells.</summary>
    public LiveVerdict Verdict { get; init; } = LiveVerdict.NotYet;

    /// <summary>Convergence: |A - B| of the heart rates that the snapshot shows, bpm.</summary>
    public required Reading DistanceBpm { get; init; }

    /// <summary>Slope of the distance between the smoothed heart rates over the last 240 s, bpm per minute; negative is nearing.</summary>
    public required Reading SlopeBpmPerMin { get; init; }

    /// <summary>Lower limit of the slope's 95 % interval, bpm per minute.</summary>
    public Reading SlopeLow { get; init; }

    /// <summary>Upper limit of the slope's 95 % interval, bpm per minute.</summary>
    public Reading SlopeHigh { get; init; }

    /// <summary>The slope in a word: nearing or parting only while its interval excludes 0; null while it cannot be told.</summary>
    public required ConvergenceState? Convergence { get; init; }

    /// <summary>What A's heart rate does by itself over the same time; null while it cannot be told.</summary>
    public HeartTrend? ATrend { get; init; }

    /// <summary>The same of B.</summary>
    public HeartTrend? BTrend { get; init; }

    /// <summary>What the two do together; null unless both are known.</summary>
    public PairCourse? Course => PairCourses.Of(ATrend, BTrend);

    /// <summary>The anchor by level in the session so far, as known by then; null before the first 10 s.</summary>
    public AnchorFinding? AnchorByLevel { get; init; }
}
