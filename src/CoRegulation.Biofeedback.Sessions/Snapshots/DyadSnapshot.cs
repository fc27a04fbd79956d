using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

namespace CoRegulation.Biofeedback.Sessions.Snapshots;

/// <summary>The pair at the instant of a snapshot. Synchrony and convergence are separate: each can be high while the other is low.</summary>
public sealed record DyadSnapshot
{
    /// <summary>Synchrony: tanh of the highest mean Fisher z over the lags, from the windows of the last 120 s.</summary>
    public required Reading R { get; init; }

    /// <summary>The lag of that peak, s; positive when B follows A.</summary>
    public required Reading LagS { get; init; }

    /// <summary>Whether they move together beyond chance, as far as the session so far tells.</summary>
    public LiveVerdict Verdict { get; init; } = LiveVerdict.NotYet;

    /// <summary>Convergence: |A - B| of the heart rates that the snapshot shows, bpm.</summary>
    public required Reading DistanceBpm { get; init; }

    /// <summary>Slope of the distance between the smoothed heart rates over the last 120 s, bpm per minute; negative is nearing.</summary>
    public required Reading SlopeBpmPerMin { get; init; }

    /// <summary>The slope in a word; null while there is no slope.</summary>
    public required ConvergenceState? Convergence { get; init; }
}
