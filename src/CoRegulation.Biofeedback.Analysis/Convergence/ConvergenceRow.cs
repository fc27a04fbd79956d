namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>The distance between two people at one second of the session. NaN = no value.</summary>
/// <param name="TimeS">Session time, s.</param>
/// <param name="DistanceBpm">|A - B| of the smoothed heart rates, bpm.</param>
/// <param name="ABaselineSd">A's smoothed heart rate above A's own baseline as known by then, in units of its spread.</param>
/// <param name="BBaselineSd">The same of B.</param>
/// <param name="SlopeBpmPerMin">Slope of the distance over the recent time, bpm per minute; negative is nearing.</param>
/// <param name="State">The slope in a word; null without a slope.</param>
public readonly record struct ConvergenceRow(
    double TimeS, double DistanceBpm, double ABaselineSd, double BBaselineSd, double SlopeBpmPerMin, ConvergenceState? State);
