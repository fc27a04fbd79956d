namespace CoRegulation.Biofeedback.Analysis.Breathing;

/// <summary>Finds waves in a tachogram, in memory of its own that is used again and again: nothing is allocated.</summary>
/// <remarks>A peak of the spectrum says where to look; there the band is cut out and its waves are counted by their zero crossings, which follows a
/// rate that wanders where a spectral peak smears; and the band is laid over itself to see whether it repeats. Counting is the idea of Schäfer and
/// Kratky (2008), with a band of its own for each window. The transform is summed
/// term by term from a table: for a few hundred samples and the bins below half the heart rate that costs less than a fast one over all.</remarks>
internal sealed class WaveFinder
{
    /// <summary>Most samples of a tachogram: half of the transform, so that nothing wraps around.</summary>
    public const int MostSamples = Points / 2;

    /// <summary>Highest frequency, Hz.</summary>
    public const double HighestHz = Tachogram.PerSecond / 2.0;

    private const int Points = 1024;
    private const double StepHz = (double)Tachogram.PerSecond / Points;

    // The band of a wave: wide enough for lengths that differ by a third, too narrow for its own harmonic.
    private const double BandFrom = 0.65, BandTo = 1.4, EdgeHz = 0.02;

    private readonly double[] _cos = new double[Points];
    private readonly double[] _sin = new double[Points];
    private readonly double[] _real = new double[Points / 2 + 1];
    private readonly double[] _imaginary = new double[Points / 2 + 1];
    private readonly double[] _power = new double[Points / 2 + 1];
    private readonly double[] _sorted = new double[Points / 2 + 1];
    private readonly double[] _hann = new double[MostSamples];
    private readonly double[] _band = new double[MostSamples];
    private readonly double[] _energy = new double[MostSamples + 1];
    private int _count;
    private int _lastBin;
    private double _floor;

    public WaveFinder()
    {
        for (var i = 0; i < Points; i++)
            (_sin[i], _cos[i]) = Math.SinCos(2 * Math.PI * i / Points);
    }

    /// <summary>Takes a tachogram to look in.</summary>
    /// <param name="samples">The samples, about zero, at most <see cref="MostSamples"/>.</param>
    /// <param name="topHz">Nothing is looked for above this, Hz.</param>
    /// <param name="floorFromHz">From here, Hz,</param>
    /// <param name="floorToHz">to here, Hz, the median of the spectrum is taken for its floor.</param>
    public void Load(ReadOnlySpan<double> samples, double topHz, double floorFromHz, double floorToHz)
    {
        _count = samples.Length;
        _lastBin = Bin(Math.Max(topHz, floorToHz) + EdgeHz);
        for (var i = 0; i < _count; i++)
            _hann[i] = samples[i] * (0.5 - 0.5 * Math.Cos(2 * Math.PI * i / (_count - 1)));

        for (var k = 0; k <= _lastBin; k++)
        {
            double real = 0, imaginary = 0, hannReal = 0, hannImaginary = 0;
            for (int i = 0, turn = 0; i < _count; i++, turn = (turn + k) & (Points - 1))
            {
                var (cos, sin) = (_cos[turn], _sin[turn]);
                real += samples[i] * cos;
                imaginary += samples[i] * sin;
                hannReal += _hann[i] * cos;
                hannImaginary += _hann[i] * sin;
            }

            (_real[k], _imaginary[k]) = (real, imaginary);
            _power[k] = hannReal * hannReal + hannImaginary * hannImaginary;
        }

        var (from, to) = (Bin(floorFromHz), Bin(floorToHz));
        var sorted = _sorted.AsSpan(0, to - from + 1);
        _power.AsSpan(from, sorted.Length).CopyTo(sorted);
        sorted.Sort();
        _floor = sorted[sorted.Length / 2];
    }

    /// <summary>Power between two frequencies, Hz.</summary>
    public double Power(double fromHz, double toHz)
    {
        var sum = 0.0;
        for (var k = Bin(fromHz); k <= Math.Min(Bin(toHz), _lastBin); k++)
            sum += _power[k];
        return sum;
    }

    /// <summary>The highest peak between two frequencies, Hz, and how clear it is; NaN where the spectrum has none.</summary>
    /// <remarks>Highest after a factor of the frequency, which levels the 1/f slope of heart-rate variability.</remarks>
    public (double PeakHz, double Clearness) Peak(double fromHz, double toHz)
    {
        var best = 0;
        for (var k = Math.Max(1, Bin(fromHz)); k <= Math.Min(Bin(toHz), _lastBin - 1); k++)
        {
            if (k * _power[k] > (k - 1) * _power[k - 1] && k * _power[k] >= (k + 1) * _power[k + 1] && k * _power[k] > best * _power[best])
                best = k;
        }

        return best is 0 ? (double.NaN, 0) : (best * StepHz, _power[best] / _floor);
    }

    /// <summary>The wave at the highest peak between two frequencies; without one a wave of quality 0.</summary>
    /// <param name="fromHz">Lowest frequency of the peak, Hz.</param>
    /// <param name="toHz">Highest frequency of the peak, Hz.</param>
    /// <param name="leastHz">Where its band begins at the lowest, Hz.</param>
    /// <param name="mostHz">Where its band ends at the highest, Hz.</param>
    public Wave Find(double fromHz, double toHz, double leastHz, double mostHz)
    {
        var (peakHz, clearness) = Peak(fromHz, toHz);
        if (double.IsNaN(peakHz))
            return default;

        var (lowHz, highHz) = (Math.Max(leastHz, BandFrom * peakHz), Math.Min(mostHz, BandTo * peakHz));
        CutOut(lowHz, highHz);
        var (repeatHz, repeat) = Repetition(lowHz, highHz);
        var (countHz, unevenness, sizeMs, waves) = Count();
        return new(peakHz, countHz, repeatHz, repeat, unevenness, clearness, sizeMs, waves, Power(lowHz, highHz));
    }

    private static int Bin(double hz) => Math.Clamp((int)Math.Round(hz / StepHz), 0, Points / 2);

    private void CutOut(double lowHz, double highHz)
    {
        var band = _band.AsSpan(0, _count);
        band.Clear();
        for (var k = Bin(lowHz - EdgeHz); k <= Math.Min(Bin(highHz + EdgeHz), _lastBin); k++)
        {
            var share = Math.Clamp(Math.Min(k * StepHz - lowHz, highHz - k * StepHz) / EdgeHz + 1, 0, 1);
            var (real, imaginary) = (share * _real[k] * 2 / Points, share * _imaginary[k] * 2 / Points);
            for (int i = 0, turn = 0; i < band.Length; i++, turn = (turn + k) & (Points - 1))
                band[i] += real * _cos[turn] + imaginary * _sin[turn];
        }

        for (var i = 0; i < _count; i++)
            _energy[i + 1] = _energy[i] + band[i] * band[i];
    }

    // The first lag of a wave's length at which the band correlates with itself nearly as well as at any.
    private (double Hz, double Correlation) Repetition(double lowHz, double highHz)
    {
        var shortest = Math.Max(2, (int)(Tachogram.PerSecond / highHz));
        var longest = Math.Min(_count / 2 - 1, (int)(Tachogram.PerSecond / lowHz) + 1);
        var (best, at) = (double.NegativeInfinity, shortest);
        for (var lag = shortest; lag <= longest; lag++)
        {
            var correlation = Correlation(lag);
            if (correlation > best)
                (best, at) = (correlation, lag);
        }

        for (var lag = shortest + 1; lag < at; lag++)
        {
            var here = Correlation(lag);
            if (here > 0.85 * best && here >= Correlation(lag - 1) && here > Correlation(lag + 1))
            {
                (best, at) = (here, lag);
                break;
            }
        }

        var (before, after) = (Correlation(at - 1), Correlation(at + 1));
        var bend = before - 2 * best + after;
        var offset = bend < 0 ? Math.Clamp(0.5 * (before - after) / bend, -0.5, 0.5) : 0;
        return (Tachogram.PerSecond / (at + offset), best);
    }

    private double Correlation(int lag)
    {
        var sum = 0.0;
        for (var i = lag; i < _count; i++)
            sum += _band[i] * _band[i - lag];
        var energy = _energy[_count - lag] * (_energy[_count] - _energy[lag]);
        return energy > 0 ? sum / Math.Sqrt(energy) : 0;
    }

    // Waves from one upward crossing to the next, and from one downward crossing to the next.
    private (double Hz, double Unevenness, double SizeMs, int Waves) Count()
    {
        Span<double> first = [double.NaN, double.NaN], last = [double.NaN, double.NaN];
        Span<int> waves = [0, 0];
        double sum = 0, squares = 0, sizes = 0, crest = 0, trough = 0;
        for (var i = 1; i < _count; i++)
        {
            if (_band[i] >= 0 != _band[i - 1] >= 0)
            {
                var way = _band[i] >= 0 ? 0 : 1;
                var at = i - 1 + _band[i - 1] / (_band[i - 1] - _band[i]);
                if (double.IsNaN(first[way]))
                {
                    first[way] = at;
                }
                else
                {
                    waves[way]++;
                    var length = at - last[way];
                    sum += length;
                    squares += length * length;
                    if (way is 0)
                        sizes += crest - trough;
                }

                last[way] = at;
                if (way is 0)
                    (crest, trough) = (0, 0);
            }

            (crest, trough) = (Math.Max(crest, _band[i]), Math.Min(trough, _band[i]));
        }

        if (waves[0] is 0 || waves[1] is 0)
            return (double.NaN, double.NaN, double.NaN, 0);

        var rates = waves[0] / (last[0] - first[0]) + waves[1] / (last[1] - first[1]);
        var (all, mean) = (waves[0] + waves[1], sum / (waves[0] + waves[1]));
        return (
            Tachogram.PerSecond * rates / 2,
            Math.Sqrt(Math.Max(0, squares / all - mean * mean)) / mean,
            sizes / waves[0],
            Math.Min(waves[0], waves[1]));
    }
}
