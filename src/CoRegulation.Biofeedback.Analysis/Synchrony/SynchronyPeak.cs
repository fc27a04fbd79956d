using CoRegulation.Biofeedback.Analysis.Readings;

namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>The lag at which the two heart rates moved together most over the recent windows.</summary>
/// <param name="TimeS">End of the newest window, s since session start.</param>
/// <param name="LagS">The lag, s; positive when B follows A; NaN unless valid.</param>
/// <param name="R">tanh of the mean Fisher z at that lag, from -1 to 1; NaN unless valid.</param>
/// <param name="State">Valid, or why there is no peak.</param>
public readonly record struct SynchronyPeak(double TimeS, double LagS, double R, ReadingState State);
