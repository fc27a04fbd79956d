namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>How much a window of NN intervals holds and how good it is.</summary>
/// <param name="Intervals">Number of NN intervals.</param>
/// <param name="CoverageS">Their sum, s.</param>
/// <param name="CorrectedShare">Share of beats whose interval is not as it came in, from 0 to 1; 0 for an empty window.</param>
/// <param name="LongestRunS">Longest stretch without a break, s.</param>
/// <param name="LongestGapS">Longest time without an NN interval inside the window, s.</param>
public readonly record struct NnQuality(int Intervals, double CoverageS, double CorrectedShare, double LongestRunS, double LongestGapS);
