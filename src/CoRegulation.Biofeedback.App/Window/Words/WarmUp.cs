using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Synchrony;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>From which session time on there can be each number, s, so that the page can say how long it still takes.
/// A strap that starts late makes it longer; after a gap the wait begins anew and is not counted down.</summary>
internal static class WarmUp
{
    /// <summary>RMSSD: the beats that its window must hold at least.</summary>
    public static double RmssdS { get; } = new HrvOptions().ShortMinimumS;

    /// <summary>Synchrony: as many windows as a first look takes.</summary>
    public static double SynchronyS { get; } = FirstPeakS(new SynchronyOptions());

    /// <summary>The trend of the distance: the least time that a slope speaks of.</summary>
    public static double TrendS { get; } = new ConvergenceOptions().SlopeMinS;

    /// <summary>What is left of a warm-up; null when the session is older, because the wait then has another reason.</summary>
    public static double? LeftS(double needsS, double timeS) => timeS < needsS ? needsS - timeS : null;

    private static double FirstPeakS(SynchronyOptions options) => options.WindowS + (options.MinWindows * options.StepS);
}
