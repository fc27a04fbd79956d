namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>One rise of a person's heart rate in a past session, and the way back.</summary>
public sealed record LibraryEpisode
{
    /// <summary>A or B.</summary>
    public required string Person { get; init; }

    /// <summary>When it began, s since the session's start.</summary>
    public required double OnsetS { get; init; }

    /// <summary>When the heart rate was highest, s.</summary>
    public required double PeakS { get; init; }

    /// <summary>How far it rose above the baseline, bpm.</summary>
    public double? AmplitudeBpm { get; init; }

    /// <summary>From the peak to the return to baseline, s; null when it was not seen.</summary>
    public double? TimeToBaselineS { get; init; }

    /// <summary>Whether observation ended before the return.</summary>
    public bool IsCensored { get; init; }

    /// <summary>From the peak to the return or to the end of observation, s.</summary>
    public double? ObservedS { get; init; }

    /// <summary>Time constant of the way back, s.</summary>
    public double? TimeConstantS { get; init; }
}
