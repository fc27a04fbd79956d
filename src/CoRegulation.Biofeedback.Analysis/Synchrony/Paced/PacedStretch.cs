namespace CoRegulation.Biofeedback.Analysis.Synchrony.Paced;

/// <summary>Time in which both people breathed at one pace.</summary>
/// <param name="FromS">Start, s.</param>
/// <param name="ToS">End, s.</param>
public readonly record struct PacedStretch(double FromS, double ToS);
