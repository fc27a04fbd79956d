using CoRegulation.Biofeedback.Analysis.Anchors;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>An anchor in the live stream.</summary>
/// <param name="Person">A, B, or null for nobody.</param>
/// <param name="Confidence">How well the answer holds, 0 to 1; 0 where the question could not be asked.</param>
/// <param name="Reason">Why nobody is named; null where somebody is.</param>
internal sealed record AnchorJson(string? Person, double Confidence, AnchorReason? Reason)
{
    public static AnchorJson? From(AnchorFinding? finding) => finding is { } found
        ? new(found.Person?.ToString(), found.Confidence, found.Person is null ? found.Reason : null)
        : null;
}
