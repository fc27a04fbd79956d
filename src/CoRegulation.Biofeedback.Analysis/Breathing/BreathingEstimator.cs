using System.Globalization;

namespace CoRegulation.Biofeedback.Analysis.Breathing;

/// <summary>Reads breathing from the intervals between beats alone, by the arrhythmia that it makes.</summary>
/// <remarks>Two waves are looked for: one above and one below 9 breaths/min (<see cref="BreathingOptions.SlowWaveBelowPerMin"/>). The faster one is
/// breathing wherever it can be read, unless it is a harmonic of the slower one or drowned by it; the slower one only where nothing else is, since
/// the 0.1 Hz rhythm of blood pressure looks the same. An estimator holds memory that is used again: one for each thread. What it gives depends on
/// its arguments alone.</remarks>
public sealed class BreathingEstimator
{
    /// <summary>Longest window, s.</summary>
    public const double LongestS = (double)(WaveFinder.MostSamples - 1) / Tachogram.PerSecond;

    // Nothing slower is looked at, so that drift is not taken for a wave.
    private const double LowestHz = 0.045;

    // Of half the heart rate: above it a wave has hardly more than two beats, whose place in it decides its size.
    private const double NearHalfHeartRate = 0.95;

    // Least share of the whole power that a slow wave which is breathing holds: the person breathes no other wave.
    private const double SlowWaveShare = 0.7;

    // A faster wave with less than this of the slower one's power is its leakage; a harmonic may have up to half.
    private const double LeakagePower = 0.03, HarmonicPower = 0.5;

    // A slow wave that may not be breathing, and how close to the pacer it must be to be.
    private const double DoubtfulQuality = 0.4, PacerTolerance = 0.1;

    // Of the mean interval: a wave this large is an arrhythmia of another kind, such as every third beat out of turn.
    private const double LargestSize = 0.5;

    // How clear a peak beyond the range must be to be called too fast.
    private const double ClearBeyond = 12;

    private readonly BreathingOptions _options;
    private readonly WaveFinder _finder = new();
    private readonly double[] _samplesMs = new double[WaveFinder.MostSamples];

    /// <summary>An estimator.</summary>
    /// <param name="options">Settings; the defaults when null.</param>
    public BreathingEstimator(BreathingOptions? options = null) => _options = options ?? new();

    /// <summary>Breathing over the last seconds of a run.</summary>
    /// <param name="nnMs">Intervals of one run, ms, above 0, oldest first, without a break; those before the window do not count.</param>
    /// <param name="pacedPerMin">What the breathing pacer asks for, breaths/min: a slow wave within a tenth of it is breathing. NaN without one.</param>
    /// <exception cref="ArgumentException">An interval is not above 0 and finite.</exception>
    public BreathingEstimate Estimate(ReadOnlySpan<double> nnMs, double pacedPerMin = double.NaN)
    {
        foreach (var nn in nnMs)
        {
            if (!(nn > 0) || double.IsInfinity(nn))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"An interval of {nn} ms: a run has no break, and its intervals are above 0."), nameof(nnMs));
        }

        var first = nnMs.Length;
        var lengthS = 0.0;
        while (first > 0 && lengthS + nnMs[first - 1] / 1000 <= _options.WindowS)
            lengthS += nnMs[--first] / 1000;
        if (lengthS < Math.Min(_options.MinimumS, _options.WindowS - 5) || nnMs.Length - first < 8)
            return BreathingEstimate.Withheld(BreathingDoubt.TooShort);

        var samplesMs = _samplesMs.AsSpan(0, Tachogram.Resample(nnMs, first, _samplesMs));
        if (!(Range(samplesMs) >= _options.MinimumRsaMs))
            return BreathingEstimate.Withheld(BreathingDoubt.TooShallow);

        var halfHeartRateHz = 500 * (nnMs.Length - first) / (1000 * lengthS);
        var estimate = Read(samplesMs, halfHeartRateHz, pacedPerMin);
        return estimate.RsaMs > LargestSize * 500 / halfHeartRateHz ? BreathingEstimate.Withheld(BreathingDoubt.TooIrregular) : estimate;
    }

    private BreathingEstimate Read(ReadOnlySpan<double> samplesMs, double halfHeartRateHz, double pacedPerMin)
    {
        var splitHz = _options.SlowWaveBelowPerMin / 60;
        var fastestHz = Math.Min(_options.FastestPerMin / 60, NearHalfHeartRate * halfHeartRateHz);
        var bandEndHz = Math.Min(WaveFinder.HighestHz, 0.97 * halfHeartRateHz);
        _finder.Load(samplesMs, halfHeartRateHz, splitHz, Math.Max(fastestHz, splitHz + 0.1));

        // A little below the slowest, for a breath that comes late.
        var slowestHz = Math.Max(LowestHz, 0.87 * _options.SlowestPerMin / 60);
        var slow = _finder.Find(slowestHz, splitHz, LowestHz, bandEndHz);
        var fast = _finder.Find(Math.Max(splitHz, slowestHz), fastestHz, splitHz * 2 / 3, bandEndHz);
        var (slowQuality, fastQuality) = (Quality(slow), fast.CountHz <= 1.05 * fastestHz ? Quality(fast) : 0);

        if (fastQuality > 0 && slowQuality > 0 && fast.Power < slow.Power * (fast.IsHarmonicOf(slow) ? HarmonicPower : LeakagePower))
            fastQuality = 0;
        if (fastQuality > 0)
            return new(60 * fast.CountHz, fast.SizeMs, fastQuality, BreathingDoubt.None);

        if (slowQuality > 0 && slow.Power >= SlowWaveShare * _finder.Power(LowestHz, fastestHz))
        {
            var ratePerMin = 60 * slow.CountHz;
            return slow.SizeMs >= _options.SlowWaveRsaMs || Math.Abs(ratePerMin - pacedPerMin) <= PacerTolerance * pacedPerMin
                ? new(ratePerMin, slow.SizeMs, slowQuality, BreathingDoubt.None)
                : new(ratePerMin, slow.SizeMs, Math.Min(slowQuality, DoubtfulQuality), BreathingDoubt.SlowWave);
        }

        return BreathingEstimate.Withheld(Why(slow, fast, splitHz, fastestHz, halfHeartRateHz));
    }

    private static double Range(ReadOnlySpan<double> samples)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var sample in samples)
            (least, most) = (Math.Min(least, sample), Math.Max(most, sample));
        return most - least;
    }

    private double Quality(in Wave wave) =>
        wave.Quality >= _options.MinimumQuality && wave.SizeMs >= _options.MinimumRsaMs ? wave.Quality : 0;

    private BreathingDoubt Why(in Wave slow, in Wave fast, double splitHz, double fastestHz, double halfHeartRateHz)
    {
        var (peakHz, clearness) = _finder.Peak(splitHz, Math.Min(WaveFinder.HighestHz, halfHeartRateHz));
        if (peakHz > fastestHz && clearness >= ClearBeyond)
            return BreathingDoubt.TooFast;
        return !(fast.SizeMs >= _options.ShallowRsaMs) && !(slow.SizeMs >= _options.SlowWaveRsaMs)
            ? BreathingDoubt.TooShallow
            : BreathingDoubt.TooIrregular;
    }
}
