namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>The course of a pair, from what each person's heart rate does.</summary>
public static class PairCourses
{
    /// <summary>The course; null unless both trends are known. The same with the people swapped.</summary>
    /// <param name="a">Trend of A.</param>
    /// <param name="b">Trend of B.</param>
    public static PairCourse? Of(HeartTrend? a, HeartTrend? b) => (a, b) switch
    {
        (null, _) or (_, null) => null,
        (HeartTrend.Steady, HeartTrend.Steady) => PairCourse.BothSteady,
        (HeartTrend.Settling, HeartTrend.Settling) => PairCourse.BothSettling,
        (HeartTrend.Rising, HeartTrend.Rising) => PairCourse.BothRising,
        (HeartTrend.Settling, HeartTrend.Steady) or (HeartTrend.Steady, HeartTrend.Settling) => PairCourse.OneSettlingOneSteady,
        (HeartTrend.Rising, HeartTrend.Steady) or (HeartTrend.Steady, HeartTrend.Rising) => PairCourse.OneRisingOneSteady,
        _ => PairCourse.OneSettlingOneRising,
    };
}
