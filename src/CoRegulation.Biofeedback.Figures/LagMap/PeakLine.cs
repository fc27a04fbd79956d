using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.Figures.LagMap;

/// <summary>Where the highest correlation of each window lies, as far as it is worth a line.</summary>
internal static class PeakLine
{
    /// <summary>Least r of a peak. By chance alone the highest of 41 lags often reaches this; so it must also last until a window comes
    /// that shares no sample with the first. In the sample of two people who have nothing to do with each other no line is left then.</summary>
    public const double LeastR = 0.5;

    /// <summary>Largest step of the lag between two windows, s: two windows share most of their data, so a true lag cannot leap.</summary>
    public const double LargestStepS = 1;

    /// <summary>The stretches to draw, as (end of window, lag), s.</summary>
    public static IEnumerable<IReadOnlyList<(double TimeS, double LagS)>> Of(LagMapData map)
    {
        var stretch = new List<(double TimeS, double LagS)>();
        bool Lasts() => stretch.Count > 0 && stretch[^1].TimeS - stretch[0].TimeS >= map.Windows[0].EndS - map.Windows[0].StartS;
        foreach (var window in map.Windows)
        {
            var lagS = PeakLagS(window, map.LagsS);
            var goesOn = stretch.Count > 0 && lagS is { } lag
                && window.EndS - stretch[^1].TimeS < 1.5 * map.StepS && Math.Abs(lag - stretch[^1].LagS) <= LargestStepS;
            if (!goesOn)
            {
                if (Lasts())
                    yield return stretch;
                stretch = [];
            }

            if (lagS is not null)
                stretch.Add((window.EndS, lagS.Value));
        }

        if (Lasts())
            yield return stretch;
    }

    /// <summary>The lag of the highest r; null where that is too low, or at the very edge, where it may go on rising beyond.</summary>
    private static double? PeakLagS(SynchronyWindow window, ImmutableArray<double> lagsS)
    {
        var at = -1;
        for (var i = 0; i < window.R.Length; i++)
        {
            if (window.R[i] >= LeastR && (at < 0 || window.R[i] > window.R[at]))
                at = i;
        }

        return at <= 0 || at == window.R.Length - 1 ? null : lagsS[at];
    }
}
