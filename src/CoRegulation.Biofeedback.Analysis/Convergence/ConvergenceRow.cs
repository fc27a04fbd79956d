namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>The distance between two people at one second of the session. NaN = no value.</summary>
/// <param name="TimeS">Session time, s.</param>
/// <param name="DistanceBpm">|A - B| of the smoothed heart rates, bpm.</param>
/// <param name="ABaselineSd">A's smoothed heart rate above A's own baseline as known by then, in units of its spread.</param>
/// <param name="BBaselineSd">The same of B.</param>
/// <param name="Slope">Slope of the distance over the recent time with its interval; negative is nearing.</param>
/// <param name="State">The slope in a word; null while it cannot be told.</param>
/// <param name="ATrend">What A's heart rate does over the same time; null while it cannot be told.</param>
/// <param name="BTrend">The same of B.</param>
public readonly record struct ConvergenceRow(
    double TimeS, double DistanceBpm, double ABaselineSd, double BBaselineSd, Trend Slope, ConvergenceState? State, HeartTrend? ATrend, HeartTrend? BTrend)
{
    /// <summary>Slope of the distance over the recent time, bpm per minute; negative is nearing.</summary>
    public double SlopeBpmPerMin => Slope.BpmPerMin;

    /// <summary>What the two do together; null unless both trends are known.</summary>
    public PairCourse? Course => PairCourses.Of(ATrend, BTrend);
}
