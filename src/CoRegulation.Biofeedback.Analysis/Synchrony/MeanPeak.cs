using CoRegulation.Biofeedback.Analysis.Readings;

namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>The lag at which two heart rates moved together most, by the mean over windows.</summary>
public static class MeanPeak
{
    /// <summary>The lag with the largest signed mean of Fisher's z over some windows.</summary>
    /// <param name="windows">The windows, in order of time: the recent ones, or all of a session.</param>
    /// <param name="options">Lags, and how many windows a lag needs.</param>
    /// <returns>The peak, or why there is none; its time is the end of the last window, NaN without windows.</returns>
    /// <exception cref="ArgumentNullException">The windows or the options are null.</exception>
    /// <remarks>Signed, because the largest |z| mostly measures how slow the series are. On a tie the lag nearest to 0, then the
    /// positive one. O(windows x lags).</remarks>
    public static SynchronyPeak Over(IReadOnlyCollection<SynchronyWindow> windows, SynchronyOptions options)
    {
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(options);
        var endS = windows.Count > 0 ? windows.Last().EndS : double.NaN;
        var needed = Math.Max(options.MinWindows, (int)Math.Ceiling(options.MinValidShare * windows.Count));
        var (best, bestZ) = (-1, double.NegativeInfinity);
        for (var distance = 0; distance <= options.LagsPerSide; distance++)
        {
            Consider(options.LagsPerSide + distance);
            Consider(options.LagsPerSide - distance);
        }

        return best >= 0
            ? new(endS, options.LagS(best), Math.Tanh(bestZ), ReadingState.Valid)
            : new(endS, double.NaN, double.NaN, windows.Count < options.MinWindows ? ReadingState.WarmingUp : ReadingState.NotEnoughData);

        void Consider(int place)
        {
            var (z, count) = MeanZ(windows, place, options.MaxR);
            if (count >= needed && z > bestZ)
                (best, bestZ) = (place, z);
        }
    }

    private static (double Z, int Count) MeanZ(IReadOnlyCollection<SynchronyWindow> windows, int place, double maxR)
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
