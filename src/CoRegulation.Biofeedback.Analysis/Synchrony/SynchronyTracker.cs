namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>Windows and peaks from the two heart rates in order; a window is out once the last sample that its largest lag needs is in.</summary>
internal sealed class SynchronyTracker(SynchronyOptions options)
{
    // Twice the span: the newest samples are always contiguous, and are moved to the front only once in a span.
    private readonly double[] _a = new double[2 * options.SpanSamples];
    private readonly double[] _b = new double[2 * options.SpanSamples];
    private readonly PeakTracker _peaks = new(options);
    private int _count;
    private long _nextStart;
    private long _index;

    /// <summary>Takes the next pair of samples, bpm or NaN.</summary>
    /// <returns>The window that they finish, with the peak over the recent windows.</returns>
    public (SynchronyWindow Window, SynchronyPeak Peak)? Add(double aBpm, double bBpm)
    {
        var span = options.SpanSamples;
        if (_count == _a.Length)
        {
            Array.Copy(_a, _count - span, _a, 0, span);
            Array.Copy(_b, _count - span, _b, 0, span);
            _count = span;
        }

        _a[_count] = aBpm;
        _b[_count++] = bBpm;
        if (++_index != _nextStart + span)
            return null;

        var window = WindowedCorrelation.One(
            _a.AsSpan(_count - span, span), _b.AsSpan(_count - span, span), _nextStart, options);
        _nextStart += options.StepSamples;
        return (window, _peaks.Add(window));
    }
}
