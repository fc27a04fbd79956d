using CoRegulation.Biofeedback.Analysis.Anchors;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>Two answers to "who is the anchor", which may differ: who stays near the own baseline, and who moves first.</summary>
internal static class AnchorWords
{
    /// <summary>By level: who stays within the own baseline's spread while the other is up and comes back.</summary>
    /// <param name="anchor">The name of the one who stays; null for nobody.</param>
    /// <param name="other">The name of the other; null for nobody.</param>
    /// <param name="reason">Why nobody is named, as words that follow "no anchor by level: ".</param>
    public static string ByLevel(string? anchor, string? other, string? reason)
    {
        if (anchor is null || other is null)
            return $"No anchor by level: {reason ?? "nobody stayed near the own baseline while the other was up and came back"}.";
        return $"{Names.Short(anchor)} stayed within own baseline while {Names.Short(other)}’s heart rate was up and came back.";
    }

    /// <summary>Why nobody is named by level.</summary>
    public static string Reason(AnchorReason reason) => reason switch
    {
        AnchorReason.TooShort => "too little time so far",
        AnchorReason.NoBaseline => "somebody has no own baseline yet",
        AnchorReason.Constant => "a heart rate that never changes",
        AnchorReason.NoReturn => "nobody’s heart rate was up and came back",
        AnchorReason.NobodyStayed => "one was up and came back, and the other did not stay near own baseline",
        AnchorReason.BothStayed => "each stayed near own baseline while the other was up and came back",
        AnchorReason.NotKnown => "not yet known",
        AnchorReason.NotBeyondChance => "that takes moving together beyond chance",
        AnchorReason.LagHoldsZero => "they may move at the same time",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without words."),
    };

    /// <summary>By lag: who moves first. That takes moving together beyond chance, and a lag that is certainly not 0.</summary>
    /// <param name="first">The name of the one who moves first; null for nobody.</param>
    /// <param name="other">The name of the other; null for nobody.</param>
    /// <param name="lagLowS">Least of the lag's interval, s, without its sign.</param>
    /// <param name="lagHighS">Most of it.</param>
    /// <param name="reason">Why nobody is named, as words that follow "nobody moves first: ".</param>
    public static string ByLag(string? first, string? other, double lagLowS, double lagHighS, string? reason) => first is null || other is null
        ? $"Nobody moves first for certain: {reason ?? "that takes moving together beyond chance"}."
        : $"{Names.Short(first)} moves first, {Names.Short(other)} follows by {ReadingWords.Format(lagLowS, 1)} to {ReadingWords.Format(lagHighS, 1)} s.";
}
