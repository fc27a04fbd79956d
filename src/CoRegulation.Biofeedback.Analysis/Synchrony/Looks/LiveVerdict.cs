using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

/// <summary>Whether two people move together beyond chance, as far as the looks so far tell. Association, not cause.</summary>
public sealed record LiveVerdict
{
    /// <summary>Before anything was seen.</summary>
    public static LiveVerdict NotYet { get; } = new() { State = VerdictState.NotYetKnown };

    /// <summary>What may be said.</summary>
    public required VerdictState State { get; init; }

    /// <summary>The look that the state rests on; null before the first, and while breathing is paced.</summary>
    public Look? Look { get; init; }

    /// <summary>Session time of the next look, s, at the earliest: time without both people and paced time do not count. Null when none comes.</summary>
    public double? NextLookS { get; init; }

    /// <summary>Session time from which that look is shown, s, once it has begun and is being worked out; null before.</summary>
    public double? NextLookShownS { get; init; }

    /// <summary>Why the verdict is withheld; None in every other state but Paced.</summary>
    public SynchronyDoubt Doubt => State switch
    {
        VerdictState.Paced => SynchronyDoubt.Paced,
        VerdictState.Withheld => Look?.Result.Doubt ?? SynchronyDoubt.None,
        _ => SynchronyDoubt.None,
    };

    /// <summary>What else could have moved both.</summary>
    public ImmutableArray<SynchronyConfound> Confounds =>
        State is VerdictState.Paced ? [SynchronyConfound.CommonPace] : Look?.Confounds ?? [];
}
