using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>All measures of heart-rate variability over one window of the session.</summary>
/// <param name="StartS">Start, s since session start.</param>
/// <param name="EndS">End, s since session start.</param>
/// <param name="Values">Values in the order of <see cref="HrvMetrics.All"/>; NaN where the window holds too little for one.</param>
/// <param name="CoverageS">NN in the window, s.</param>
/// <param name="ArtefactShare">Share of intervals that are not normal, from 0 to 1; above the options' limit no measure has a value.</param>
public sealed record HrvRow(double StartS, double EndS, ImmutableArray<double> Values, double CoverageS, double ArtefactShare);
