namespace CoRegulation.Biofeedback.Analysis.Hrv.Complexity;

/// <summary>Scaling exponents of detrended fluctuation analysis: 0.5 for uncorrelated intervals, 1 for 1/f noise, 1.5 for a random walk.</summary>
/// <param name="Alpha1">Over windows of 4 to 16 intervals; NaN when no run has 16, or when a fluctuation is 0.</param>
/// <param name="Alpha2">Over windows of 16 to 64 intervals; NaN when the runs hold fewer than two windows of 64, or when a fluctuation is 0.</param>
public readonly record struct DfaExponents(double Alpha1, double Alpha2);
