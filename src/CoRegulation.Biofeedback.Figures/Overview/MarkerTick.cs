namespace CoRegulation.Biofeedback.Figures.Overview;

/// <summary>A labelled instant.</summary>
/// <param name="Label">Its label; free text.</param>
/// <param name="TimeS">When, s.</param>
public sealed record MarkerTick(string Label, double TimeS);
