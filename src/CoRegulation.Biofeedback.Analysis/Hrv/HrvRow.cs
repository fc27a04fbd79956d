using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>All measures of heart-rate variability over one window of the session.</summary>
/// <param name="StartS">Start, s since session start.</param>
/// <param name="EndS">End, s since session start.</param>
/// <param name="Values">Values, or why there are none, in the order of <see cref="HrvMetrics.All"/>.</param>
/// <param name="Quality">What the window holds.</param>
public sealed record HrvRow(double StartS, double EndS, ImmutableArray<HrvValue> Values, NnQuality Quality);
