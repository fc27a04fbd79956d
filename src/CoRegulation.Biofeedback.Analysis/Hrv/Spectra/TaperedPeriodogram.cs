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

    // False when the samples lie on a line. In pairs, as the transform wants them, which also lets the processor add two at a time.
    private bool Load(ReadOnlySpan<double> samples)
    {
        var (n, pairs, isOdd) = ((double)samples.Length, samples.Length / 2, int.IsOddInteger(samples.Length));
        var firstPlace = -0.5 * (n - 1);

        // About the first sample, so that a constant series leaves exactly nothing.
        var (first, place) = (samples[0], firstPlace);
        var (evenSum, oddSum, evenMoment, oddMoment) = (0.0, 0.0, 0.0, 0.0);
        for (var j = 0; j < pairs; j++, place += 2)
        {
            var (x, y) = (samples[2 * j] - first, samples[(2 * j) + 1] - first);
            evenSum += x;
            oddSum += y;
            evenMoment += place * x;
            oddMoment += (place + 1) * y;
        }

        if (isOdd)
        {
            evenSum += samples[^1] - first;
            evenMoment += place * (samples[^1] - first);
        }

        var middle = first + ((evenSum + oddSum) / n);
        var slope = (evenMoment + oddMoment) / (n * ((n * n) - 1) / 12);

        var even = _fourier.Even;
        var odd = _fourier.Odd;
        var left = 0.0;
        place = firstPlace;
        for (var j = 0; j < pairs; j++, place += 2)
        {
            var x = samples[2 * j] - middle - (slope * place);
            var y = samples[(2 * j) + 1] - middle - (slope * (place + 1));
            left += (x * x) + (y * y);
            even[j] = x * _window[2 * j];
            odd[j] = y * _window[(2 * j) + 1];
        }

        even[pairs..].Clear();
        odd[pairs..].Clear();
        if (isOdd)
        {
            var x = samples[^1] - middle - (slope * place);
            left += x * x;
            even[pairs] = x * _window[^1];
        }

        return left > n * (Rounding * middle) * (Rounding * middle);
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
