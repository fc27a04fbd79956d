namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>Transforms, windows and working memory that spectra share; keep one and hand it along, and renewing a spectrum allocates
/// little more than its result. It changes no result. For one thread at a time.</summary>
public sealed class SpectralWorkspace
{
    private readonly List<TaperedPeriodogram> _periodograms = [];
    private double[] _buffer = [];

    /// <summary>The periodogram with a transform of so many samples.</summary>
    internal TaperedPeriodogram Periodogram(int transformSamples)
    {
        foreach (var known in _periodograms)
        {
            if (known.TransformSamples == transformSamples)
                return known;
        }

        var made = new TaperedPeriodogram(transformSamples);
        _periodograms.Add(made);
        return made;
    }

    /// <summary>Working memory with anything in it, until the next call.</summary>
    internal Span<double> Buffer(int length)
    {
        if (_buffer.Length < length)
            _buffer = new double[Math.Max(length, 2 * _buffer.Length)];
        return _buffer.AsSpan(0, length);
    }
}
