namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>A measure of heart-rate variability: its name, its window, and how it comes out of a window.</summary>
/// <param name="Key">Its name wherever it is written, for example <c>rmssd</c>.</param>
/// <param name="Unit">Unit of the value; empty for a pure number.</param>
/// <param name="Meaning">What it is, in a line.</param>
/// <param name="WindowS">Length of the window in which it is shown, s.</param>
/// <param name="MinimumS">NN that a window must hold for it, s.</param>
/// <param name="Compute">The value from a window with at least one NN; NaN where it is undefined.</param>
public sealed record HrvMetric(
    string Key, string Unit, string Meaning, double WindowS, double MinimumS, Func<NnWindow, double> Compute);
