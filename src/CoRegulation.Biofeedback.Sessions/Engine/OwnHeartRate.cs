using CoRegulation.Biofeedback.Analysis.Artefacts;

namespace CoRegulation.Biofeedback.Sessions.Engine;

/// <summary>What may be made of the heart rate that a strap tells itself, where it sends no intervals.</summary>
internal static class OwnHeartRate
{
    /// <summary>So many messages without an interval tell that none will come: straps leave them out of their first messages, while they find the heart.</summary>
    public const int MessagesUntilSure = 20;

    private static readonly ArtefactOptions Beats = new();

    /// <summary>Whether a heart beats so: by the very limits that hold for its intervals, 28 to 222 bpm. 0 is what straps send when they have none,
    /// 255 what fits into the field at most.</summary>
    public static bool IsPossible(int bpm) => bpm > 0 && 60_000.0 / bpm is var rrMs && rrMs >= Beats.MinRrMs && rrMs <= Beats.MaxRrMs;
}
