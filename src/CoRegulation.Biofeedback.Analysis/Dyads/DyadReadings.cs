using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

namespace CoRegulation.Biofeedback.Analysis.Dyads;

/// <summary>What the beats say of a pair at one instant. Synchrony and convergence are separate: each can be high while the other is low.</summary>
public sealed record DyadReadings
{
    /// <summary>Synchrony: tanh of the highest mean Fisher z over the lags, from the recent windows.</summary>
    public required Reading R { get; init; }

    /// <summary>The lag of that peak, s; positive when B follows A.</summary>
    public required Reading LagS { get; init; }

    /// <summary>Whether they move together beyond chance, as far as the session so far tells.</summary>
    public required LiveVerdict Verdict { get; init; }

    /// <summary>Convergence: |A - B| of the smoothed heart rates, bpm.</summary>
    public required Reading DistanceBpm { get; init; }

    /// <summary>Slope of the distance over the recent time, bpm per minute; negative is nearing.</summary>
    public required Reading SlopeBpmPerMin { get; init; }

    /// <summary>The slope in a word; null unless there is a slope.</summary>
    public required ConvergenceState? Convergence { get; init; }
}
