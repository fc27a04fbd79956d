using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    private readonly Vector256<double>[] _turns = new Vector256<double>[Points];
    private readonly Vector256<double>[] _pairs = new Vector256<double>[MostSamples];
    private readonly double[] _real = new double[Points / 2 + 1];
    private readonly double[] _imaginary = new double[Points / 2 + 1];
    private readonly double[] _power = new double[Points / 2 + 1];
    private readonly double[] _sorted = new double[Points / 2 + 1];
    private readonly double[] _band = new double[MostSamples];
    private readonly double[] _energy = new double[MostSamples + 1];
    private int _count;
    private int _lastBin;
    private double _floor;

    public WaveFinder()
    {
        for (var i = 0; i < Points; i++)
        {
            (_sin[i], _cos[i]) = Math.SinCos(2 * Math.PI * i / Points);
            _turns[i] = Vector256.Create(_cos[i], _sin[i], _cos[i], _sin[i]);
        }
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
        {
            var hann = samples[i] * (0.5 - 0.5 * Math.Cos(2 * Math.PI * i / (_count - 1)));
            _pairs[i] = Vector256.Create(samples[i], samples[i], hann, hann);
        }

        for (var k = 0; k <= _lastBin; k += 4)
            TransformFour(k);

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

    // Four bins side by side, each with its plain and its windowed sums in one lane: a sum waits for itself, four of them do not wait for
    // each other. Each adds in the order of the samples.
    private void TransformFour(int first)
    {
        var (sum0, sum1, sum2, sum3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        int turn0 = 0, turn1 = 0, turn2 = 0, turn3 = 0;
        foreach (var pair in _pairs.AsSpan(0, _count))
        {
            sum0 += pair * _turns[turn0];
            sum1 += pair * _turns[turn1];
            sum2 += pair * _turns[turn2];
            sum3 += pair * _turns[turn3];
            turn0 = (turn0 + first) & (Points - 1);
            turn1 = (turn1 + first + 1) & (Points - 1);
            turn2 = (turn2 + first + 2) & (Points - 1);
            turn3 = (turn3 + first + 3) & (Points - 1);
        }

        Keep(first, sum0);
        Keep(first + 1, sum1);
        Keep(first + 2, sum2);
        Keep(first + 3, sum3);
    }

    private void Keep(int bin, Vector256<double> sums)
    {
        if (bin >= _power.Length)
            return;
        (_real[bin], _imaginary[bin]) = (sums[0], sums[1]);
        _power[bin] = sums[2] * sums[2] + sums[3] * sums[3];
    }

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
        var later = MemoryMarshal.Cast<double, Vector256<double>>(_band.AsSpan(lag, _count - lag));
        var earlier = MemoryMarshal.Cast<double, Vector256<double>>(_band.AsSpan(0, _count - lag));
        var lanes = Vector256<double>.Zero;
        for (var i = 0; i < later.Length; i++)
            lanes += later[i] * earlier[i];
        var sum = Vector256.Sum(lanes);
        for (var i = lag + 4 * later.Length; i < _count; i++)
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
