namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>One person of a past session, in a few numbers; null where a session has no such number.</summary>
public sealed record LibraryPerson
{
    /// <summary>A or B.</summary>
    public required string Id { get; init; }

    /// <summary>What the person is called.</summary>
    public required string Name { get; init; }

    /// <summary>Who it is across sessions; see <see cref="Library.Identity"/>.</summary>
    public required string Identity { get; init; }

    /// <summary>Mean heart rate, bpm.</summary>
    public double? MeanHeartRateBpm { get; init; }

    /// <summary>The own baseline, bpm.</summary>
    public double? BaselineBpm { get; init; }

    /// <summary>RMSSD over the whole session, ms.</summary>
    public double? RmssdMs { get; init; }

    /// <summary>Breaths a minute.</summary>
    public double? BreathingPerMin { get; init; }

    /// <summary>Share of corrected beats, percent.</summary>
    public double? CorrectedPercent { get; init; }
}
