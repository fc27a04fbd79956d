using CoRegulation.Biofeedback.Analysis.Readings;

namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>The peak of the mean over the recent windows, window by window.</summary>
internal sealed class PeakTracker(SynchronyOptions options)
{
    private readonly Queue<SynchronyWindow> _recent = new();

    /// <summary>Takes the next window and returns the peak at its end.</summary>
    public SynchronyPeak Add(SynchronyWindow window)
    {
        // Windows before both hearts were first seen are no gaps.
        if (_recent.Count is 0 && double.IsNaN(window.R.Span[options.LagsPerSide]))
            return new(window.EndS, double.NaN, double.NaN, ReadingState.WarmingUp);

        if (_recent.Count == options.RecentWindows)
            _recent.Dequeue();
        _recent.Enqueue(window);
        return MeanPeak.Over(_recent, options);
    }
}
