namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>One window of the lagged correlation.</summary>
/// <param name="StartS">Start, s since session start.</param>
/// <param name="EndS">End, s since session start.</param>
/// <param name="LagStepS">From one lag to the next, s.</param>
/// <param name="R">Pearson's r at each lag from the most negative on; the middle is lag 0. NaN = no value: a gap in a sample that the
/// lag needs, or a constant heart rate.</param>
public sealed record SynchronyWindow(double StartS, double EndS, double LagStepS, ReadOnlyMemory<double> R)
{
    /// <summary>Lag of a place in <see cref="R"/>, s; positive when B follows A.</summary>
    /// <param name="place">From 0 to R.Length - 1.</param>
    public double LagS(int place) => (place - (R.Length / 2)) * LagStepS;
}
