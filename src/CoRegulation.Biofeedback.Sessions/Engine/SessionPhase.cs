namespace CoRegulation.Biofeedback.Sessions.Engine;

/// <summary>A phase with its end.</summary>
/// <param name="Label">Its label.</param>
/// <param name="StartS">Start, s.</param>
/// <param name="EndS">Where the next phase starts, or the session ends, s.</param>
public sealed record SessionPhase(string Label, double StartS, double EndS);
