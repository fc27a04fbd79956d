using CoRegulation.Biofeedback.Analysis.Readings;

namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>The peak of the mean over the recent windows.</summary>
/// <remarks>Mean of Fisher's z per lag over the windows that end in the recent time; the largest signed mean is the peak. Signed, because
/// the largest |z| mostly measures how slow the series are. On a tie the lag nearest to 0, then the positive one.</remarks>
internal sealed class PeakTracker(SynchronyOptions options)
{
    private readonly Queue<SynchronyWindow> _recent = new();
    private bool _hadValue;

    /// <summary>Takes the next window and returns the peak at its end.</summary>
    public SynchronyPeak Add(SynchronyWindow window)
    {
        // Windows before both hearts were first seen are no gaps.
        _hadValue |= HasValue(window);
        if (!_hadValue)
            return new(window.EndS, double.NaN, double.NaN, ReadingState.WarmingUp);

        if (_recent.Count == options.RecentWindows)
            _recent.Dequeue();
        _recent.Enqueue(window);

        var needed = Math.Max(options.MinWindows, (int)Math.Ceiling(options.MinValidShare * _recent.Count));
        var (best, bestZ) = (-1, double.NegativeInfinity);
        for (var distance = 0; distance <= options.LagsPerSide; distance++)
        {
            Consider(options.LagsPerSide + distance);
            Consider(options.LagsPerSide - distance);
        }

        return best >= 0
            ? new(window.EndS, options.LagS(best), Math.Tanh(bestZ), ReadingState.Valid)
            : new(window.EndS, double.NaN, double.NaN, _recent.Count < options.MinWindows ? ReadingState.WarmingUp : ReadingState.NotEnoughData);

        void Consider(int place)
        {
            var (z, count) = MeanZ(place);
            if (count >= needed && z > bestZ)
                (best, bestZ) = (place, z);
        }
    }

    private (double Z, int Count) MeanZ(int place)
    {
        var (sum, count) = (0.0, 0);
        foreach (var window in _recent)
        {
            var r = window.R.Span[place];
            if (double.IsNaN(r))
                continue;
            sum += Math.Atanh(Math.Clamp(r, -options.MaxR, options.MaxR));
            count++;
        }

        return (sum / count, count);
    }

    private static bool HasValue(SynchronyWindow window)
    {
        foreach (var r in window.R.Span)
        {
            if (!double.IsNaN(r))
                return true;
        }

        return false;
    }
}
