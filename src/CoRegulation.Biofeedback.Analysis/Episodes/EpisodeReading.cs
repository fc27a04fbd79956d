using CoRegulation.Biofeedback.Analysis.Readings;

namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>The current episode, that there is none, or why that is not known. <c>default</c> says "warming up".</summary>
public readonly record struct EpisodeReading
{
    private EpisodeReading(ReadingState state, EpisodeNow? current) => (State, Current) = (state, current);

    /// <summary>Whether it is known, and if not, why.</summary>
    public ReadingState State { get; }

    /// <summary>The episode; null when there is none, or <see cref="State"/> is not Valid.</summary>
    public EpisodeNow? Current { get; }

    /// <summary>What is known.</summary>
    /// <param name="current">The episode; null for none.</param>
    public static EpisodeReading Of(EpisodeNow? current) => new(ReadingState.Valid, current);

    /// <summary>Nothing is known.</summary>
    /// <param name="reason">Why; anything but Valid.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reason is Valid.</exception>
    public static EpisodeReading Missing(ReadingState reason) => reason is not ReadingState.Valid
        ? new(reason, null)
        : throw new ArgumentOutOfRangeException(nameof(reason), reason, "What is known has no reason to be missing: use Of.");
}
