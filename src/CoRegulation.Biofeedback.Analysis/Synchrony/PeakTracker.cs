using CoRegulation.Biofeedback.Analysis.Readings;

namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>The peak of the mean over the recent windows, window by window.</summary>
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
        return MeanPeak.Over(_recent, options);
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
