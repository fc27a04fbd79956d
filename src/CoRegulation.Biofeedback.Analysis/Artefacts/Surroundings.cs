namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>What is known of the intervals before those that are to be explained.</summary>
/// <param name="LastMs">The last normal interval, ms; NaN when there is none.</param>
/// <param name="Age">Intervals without an explanation since then.</param>
/// <param name="LevelMs">Typical interval around here, ms.</param>
/// <param name="SpreadMs">Typical size of a difference of neighbours around here (as a standard deviation), ms.</param>
internal readonly record struct Surroundings(double LastMs, int Age, double LevelMs, double SpreadMs);
