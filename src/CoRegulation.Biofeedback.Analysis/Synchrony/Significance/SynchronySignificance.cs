using System.Collections.Immutable;
using System.Numerics;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance.Surrogates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>Do two people move together more than two others with the same rhythms would by accident, at some lag?</summary>
/// <remarks>Drift, the 0.1 Hz wave and breathing are tested together: in each band both series are whitened and correlated over
/// the whole session at every lag, the largest signed value is the statistic, and copies of B without anything of A say how large it gets
/// by chance. docs/methods/synchrony.md has the formulas, the reasons and the figures.</remarks>
public static class SynchronySignificance
{
    // What no two people share: every wave in every band.
    private const double SameR = 0.99;

    // As in SUSY.
    private const double SegmentS = 60;

    /// <summary>Tests two heart rates.</summary>
    /// <param name="aBpm">n samples of A at 4 Hz, bpm; NaN in a gap.</param>
    /// <param name="bBpm">n samples of B.</param>
    /// <param name="options">Null model, copies, seed, lags.</param>
    /// <param name="threads">How many threads it may take, and what cancels it; null for as many as there are processors.</param>
    /// <returns>The result, or the reason why there is none; the same bits whatever the number of threads.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SynchronyResult Test(ReadOnlySpan<double> aBpm, ReadOnlySpan<double> bBpm, SignificanceOptions options, ParallelOptions? threads = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Pair.Check(aBpm, bBpm);
        var none = new SynchronyResult { Null = options.Null, Surrogates = options.Surrogates, Seed = options.Seed };
        var (pair, doubt) = PreparedPair.Of(aBpm, bBpm, options);
        if (pair is null)
            return none with { Doubt = doubt };

        var values = Values(pair, options, threads ?? new());
        var (alone, together) = JointRank.P(values, Array.ConvertAll(pair.Bands, band => band.Band.Weight));
        var slow = Of(SynchronyBand.Slow, pair, values, alone);
        var breathing = Of(SynchronyBand.Breathing, pair, values, alone);
        var result = none with
        {
            UsedS = pair.UsedS,
            P = together,
            BeyondChance = together <= options.Level,
            Band = (breathing.P, -breathing.EffectSd).CompareTo((slow.P, -slow.EffectSd)) < 0 ? SynchronyBand.Breathing : SynchronyBand.Slow,
            Slow = slow,
            Breathing = breathing,
        };
        return IsSame(pair) ? result.Without(SynchronyDoubt.SameRecording) : result;
    }

    /// <summary>The statistics of a pair: the largest correlation over the lags in each band. What pseudo-dyads are ranked by.</summary>
    /// <param name="aBpm">n samples of A at 4 Hz, bpm; NaN in a gap.</param>
    /// <param name="bBpm">n samples of B.</param>
    /// <param name="options">Bands and lags.</param>
    /// <returns>One value a band; empty when the pair cannot be tested.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static ImmutableArray<double> Peaks(ReadOnlySpan<double> aBpm, ReadOnlySpan<double> bBpm, SignificanceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Pair.Check(aBpm, bBpm);
        return PreparedPair.Of(aBpm, bBpm, options).Pair is { } pair
            ? [.. pair.Bands.Select(band => band.Profile(pair.B.Bins).Max())]
            : [];
    }

    /// <summary>p of a pair among pairs that never met, from the statistics of <see cref="Peaks"/> over the same length of time.</summary>
    /// <param name="pair">The pair's.</param>
    /// <param name="strangers">Those of the others.</param>
    /// <param name="options">Weights of the bands.</param>
    /// <returns>(k + 1)/(n + 1), k the strangers that reach as much.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>Strangers must have done the same: beside calm ones a pair with episodes never differs, and a paced one always does.</remarks>
    public static double AmongStrangers(ImmutableArray<double> pair, IReadOnlyCollection<ImmutableArray<double>> strangers, SignificanceOptions options)
    {
        ArgumentNullException.ThrowIfNull(strangers);
        ArgumentNullException.ThrowIfNull(options);
        var values = Enumerable.Range(0, pair.Length).Select(band => (double[])[pair[band], .. strangers.Select(stranger => stranger[band])]).ToArray();
        return JointRank.P(values, Array.ConvertAll(options.Bands(), band => band.Weight)).Together;
    }

    private static double[][] Values(PreparedPair pair, SignificanceOptions options, ParallelOptions threads)
    {
        var copies = Copies(pair.B, options);
        var values = Array.ConvertAll(pair.Bands, band => (double[])[band.Profile(pair.B.Bins).Max(), .. new double[options.Surrogates]]);
        var most = pair.Bands.Max(band => band.Count);
        Parallel.For(
            0,
            options.Surrogates,
            threads,
            () => (Bins: new Complex[pair.B.Bins.Length], Real: new double[most], Imaginary: new double[most]),
            (number, _, scratch) =>
            {
                copies.Fill(number, scratch.Bins);
                for (var i = 0; i < values.Length; i++)
                    values[i][number + 1] = pair.Bands[i].Peak(scratch.Bins, scratch.Real, scratch.Imaginary);
                return scratch;
            },
            _ => { });
        return values;
    }

    private static ISurrogates Copies(SeriesSpectrum b, SignificanceOptions options)
    {
        var all = new FrequencyBand(options.DriftFromHz, options.BreathingToHz);
        return options.Null switch
        {
            NullModel.Phase => new PhaseSurrogates(b, all, options.Seed),
            NullModel.Circular => new CircularSurrogates(b, all, Math.Max(options.SlowMaxLagS, options.BreathingMaxLagS) + 10, options.Seed),
            NullModel.Segments => new SegmentSurrogates(new(b, options.BreathingToHz), SegmentS, options.Seed),
            _ => new IaaftSurrogates(b, new(b, options.BreathingToHz), options.Seed),
        };
    }

    /// <summary>The result of a name: of its bands the one with the smallest weighted p, and p of all of them together.</summary>
    private static BandSynchrony Of(SynchronyBand name, PreparedPair pair, double[][] values, double[] alone)
    {
        var mine = Enumerable.Range(0, values.Length).Where(i => pair.Bands[i].Band.Band == name).ToArray();
        var best = mine.MinBy(i => alone[i] / pair.Bands[i].Band.Weight);
        var band = pair.Bands[best];
        var (lagS, r, lowS, highS) = LagInterval.Of(lagS => band.At(pair.B.Bins, lagS), band.Band.MaxLagS, band.Waves);
        var (_, p) = JointRank.P([.. mine.Select(i => values[i])], [.. mine.Select(i => pair.Bands[i].Band.Weight)]);
        double[] copies = [.. values[best].Skip(1).Order()];
        var mean = copies.Average();
        var spread = Math.Sqrt(copies.Sum(value => (value - mean) * (value - mean)) / (copies.Length - 1));
        return new()
        {
            Hz = band.Band.Hz,
            R = r,
            LagS = lagS,
            LagLowS = lowS,
            LagHighS = highS,
            P = p,
            EffectSd = (values[best][0] - mean) / spread,
            NullR95 = copies[(int)Math.Ceiling(0.95 * copies.Length) - 1],
            ProfileLagsS = [.. Enumerable.Range(-band.Band.LagsPerSide, (2 * band.Band.LagsPerSide) + 1).Select(lag => lag / (double)HeartRateGrid.SamplesPerSecond)],
            ProfileR = [.. band.Profile(pair.B.Bins)],
        };
    }

    private static bool IsSame(PreparedPair pair) => pair.Bands.All(band => band.Profile(pair.B.Bins).Max() > SameR);
}
