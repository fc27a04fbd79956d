namespace CoRegulation.Biofeedback.Analysis.Anchors;

/// <summary>Who is the anchor in one sense of the word, or that nobody is.</summary>
/// <param name="Person">'A', 'B', or null for nobody, which is a full answer.</param>
/// <param name="Confidence">How well the answer holds, 0 to 1; what that means stands with each sense. 0 where the question could not be asked.
/// It is no probability that one person does something for the other.</param>
/// <param name="Reason">Why nobody is named; None where somebody is.</param>
public readonly record struct AnchorFinding(char? Person, double Confidence, AnchorReason Reason)
{
    /// <summary>Nobody, because the question could not be asked.</summary>
    /// <param name="reason">Why.</param>
    public static AnchorFinding NotAsked(AnchorReason reason) => new(null, 0, reason);
}
