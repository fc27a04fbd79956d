namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>A direction in the words of distance and of heart rate.</summary>
internal static class TrendWords
{
    /// <summary>Of a distance: it shrinks (-1), neither (0) or grows (1).</summary>
    public static ConvergenceState? OfDistance(int? direction) => direction switch
    {
        null => null,
        < 0 => ConvergenceState.Nearing,
        0 => ConvergenceState.Steady,
        _ => ConvergenceState.Parting,
    };

    /// <summary>Of a heart rate: it falls (-1), neither (0) or rises (1).</summary>
    public static HeartTrend? OfHeart(int? direction) => direction switch
    {
        null => null,
        < 0 => HeartTrend.Settling,
        0 => HeartTrend.Steady,
        _ => HeartTrend.Rising,
    };
}
