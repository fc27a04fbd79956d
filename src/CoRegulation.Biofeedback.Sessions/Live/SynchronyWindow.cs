using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>The windowed cross-correlation of one window: one column of the lag-by-time map.</summary>
/// <param name="StartS">Start of the window, s.</param>
/// <param name="EndS">End of the window, s.</param>
/// <param name="R">Correlation for each lag of <see cref="SnapshotHistory.LagsS"/>; NaN where there is none.</param>
public sealed record SynchronyWindow(double StartS, double EndS, ImmutableArray<float> R);
