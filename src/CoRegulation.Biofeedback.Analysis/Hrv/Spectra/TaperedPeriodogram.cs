namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>One-sided periodogram of a stretch of samples: its line taken off, Hann window, zero-padded.</summary>
/// <param name="transformSamples">Samples of the transform; a power of two.</param>
internal sealed class TaperedPeriodogram(int transformSamples)
{
    // What is left of a straight line is rounding, no rhythm: below this share of the level it counts as nothing, with no ratio and no peak.
    internal const double Rounding = 1e-14;

    private readonly RealFourier _fourier = new(transformSamples);
    private double[] _window = [];
    private double _windowPower;

    /// <summary>Samples of the transform.</summary>
    public int TransformSamples => _fourier.Length;

    /// <summary>Adds <paramref name="weight"/> times the power spectral density to each sum, in the samples' unit squared per Hz.</summary>
    /// <param name="samples">The stretch, at 4 Hz: 2 to <see cref="TransformSamples"/> samples.</param>
    /// <param name="sums">TransformSamples / 2 + 1 sums.</param>
    /// <param name="weight">Weight of this stretch.</param>
    public void Add(ReadOnlySpan<double> samples, Span<double> sums, double weight)
    {
        if (_window.Length != samples.Length)
            UseWindow(samples.Length);
        if (Load(samples))
            _fourier.AddOneSided(sums, weight / (Tachogram.SamplesPerSecond * _windowPower));
    }

    // False when the samples lie on a line.
    private bool Load(ReadOnlySpan<double> samples)
    {
        // About the first sample, so that a constant series leaves exactly nothing.
        var (first, middle) = (samples[0], 0.5 * (samples.Length - 1));
        var (sum, moment) = (0.0, 0.0);
        for (var j = 0; j < samples.Length; j++)
        {
            var x = samples[j] - first;
            sum += x;
            moment += (j - middle) * x;
        }

        var n = (double)samples.Length;
        var mean = sum / n;
        var slope = moment / (n * ((n * n) - 1) / 12);

        var even = _fourier.Even;
        var odd = _fourier.Odd;
        var left = 0.0;
        for (var j = 0; j < samples.Length; j++)
        {
            var x = samples[j] - first - mean - (slope * (j - middle));
            left += x * x;
            ((j & 1) is 0 ? even : odd)[j / 2] = x * _window[j];
        }

        even[((samples.Length + 1) / 2)..].Clear();
        odd[(samples.Length / 2)..].Clear();
        var level = Rounding * (first + mean);
        return left > n * level * level;
    }

    // Hann, periodic.
    private void UseWindow(int length)
    {
        _window = new double[length];
        _windowPower = 0;
        for (var j = 0; j < length; j++)
        {
            _window[j] = 0.5 - (0.5 * Math.Cos(2 * Math.PI * j / length));
            _windowPower += _window[j] * _window[j];
        }
    }
}
