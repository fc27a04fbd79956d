namespace CoRegulation.Biofeedback.Figures.Overview;

/// <summary>A stretch of the session with a name.</summary>
/// <param name="Label">Its name; free text.</param>
/// <param name="StartS">Where it starts, s.</param>
/// <param name="EndS">Where the next one starts or the session ends, s.</param>
public sealed record PhaseBand(string Label, double StartS, double EndS);
