using CoRegulation.Biofeedback.Analysis.Readings;

namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>The lag at which two heart rates moved together most, by the mean over windows.</summary>
public static class MeanPeak
{
    /// <summary>The lag with the largest signed mean of Fisher's z over some windows.</summary>
    /// <param name="windows">The windows, in order of time: the recent ones, or all of a session.</param>
    /// <param name="options">Limit of r, and how many windows a lag needs.</param>
    /// <returns>The peak, or why there is none; its time is the end of the last window, NaN without windows.</returns>
    /// <exception cref="ArgumentNullException">The windows or the options are null.</exception>
    /// <remarks>Signed, because the largest |z| mostly measures how slow the series are. On a tie the lag nearest to 0, then the
    /// positive one. Every lag needs its share of windows: the largest of some lags would not be the peak. O(windows x lags).</remarks>
    public static SynchronyPeak Over(IReadOnlyCollection<SynchronyWindow> windows, SynchronyOptions options)
    {
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(options);
        var last = windows.LastOrDefault();
        if (last is null || windows.Count < options.MinWindows)
            return new(last?.EndS ?? double.NaN, double.NaN, double.NaN, ReadingState.WarmingUp);

        return Largest([.. windows], last.R.Length, options) is (var place, var z)
            ? new(last.EndS, last.LagS(place), Math.Tanh(z), ReadingState.Valid)
            : new(last.EndS, double.NaN, double.NaN, ReadingState.NotEnoughData);
    }

    private static (int Place, double Z)? Largest(SynchronyWindow[] windows, int lags, SynchronyOptions options)
    {
        var needed = Math.Max(options.MinWindows, (int)Math.Ceiling(options.MinValidShare * windows.Length));
        var (best, bestZ) = (0, double.NegativeInfinity);
        for (var i = 0; i < lags; i++)
        {
            // From lag 0 outwards, the positive one first.
            var place = (lags / 2) + (i % 2 is 0 ? -i / 2 : (i + 1) / 2);
            var (z, count) = MeanZ(windows, place, options.MaxR);
            if (count < needed)
                return null;
            if (z > bestZ)
                (best, bestZ) = (place, z);
        }

        return (best, bestZ);
    }

    private static (double Z, int Count) MeanZ(SynchronyWindow[] windows, int place, double maxR)
    {
        var (sum, count) = (0.0, 0);
        foreach (var window in windows)
        {
            var r = window.R.Span[place];
            if (double.IsNaN(r))
                continue;
            sum += Math.Atanh(Math.Clamp(r, -maxR, maxR));
            count++;
        }

        return (sum / count, count);
    }
}
