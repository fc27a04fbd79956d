namespace CoRegulation.Biofeedback.Analysis.Anchors;

/// <summary>The anchor of a pair in both senses, which may differ.</summary>
/// <param name="ByLevel">Who stayed near the own baseline while the other was up and came back.</param>
/// <param name="ByLag">Who moves first.</param>
public readonly record struct AnchorResult(AnchorFinding ByLevel, AnchorFinding ByLag);
