using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Paced;

/// <summary>The test over a whole session in which both may have breathed at one pace for a while.</summary>
public static class PacedSignificance
{
    /// <summary>Tests what is not paced; gives no verdict where that is too little.</summary>
    /// <param name="aBpm">n samples of A at 4 Hz, bpm; NaN in a gap.</param>
    /// <param name="bBpm">n samples of B.</param>
    /// <param name="paced">Paced stretches, in order of time.</param>
    /// <param name="options">How it tests.</param>
    /// <param name="pace">How much of the time may be paced.</param>
    /// <returns>The result of the rest; where there is no verdict for the pace, the correlations of all of the time, whose doubt is
    /// <see cref="SynchronyDoubt.Paced"/>.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentNullException">Options are null.</exception>
    public static SynchronyResult Test(
        ReadOnlySpan<double> aBpm, ReadOnlySpan<double> bBpm, ImmutableArray<PacedStretch> paced, SignificanceOptions options, PaceOptions pace)
    {
        ArgumentNullException.ThrowIfNull(pace);
        if (paced.IsEmpty)
            return SynchronySignificance.Test(aBpm, bBpm, options);

        var lengthS = aBpm.Length / (double)HeartRateGrid.SamplesPerSecond;
        if (PacedStretches.TotalS(paced) < pace.MostShare * lengthS)
        {
            var rest = SynchronySignificance.Test(Without(aBpm, paced), Without(bBpm, paced), options);
            if (rest.UsedS >= pace.LeastS)
                return rest;
        }

        var all = SynchronySignificance.Test(aBpm, bBpm, options);
        return all.Doubt is SynchronyDoubt.None ? all.Without(SynchronyDoubt.Paced) : all;
    }

    /// <summary>The series with its paced samples missing.</summary>
    /// <param name="bpm">Samples at 4 Hz, bpm.</param>
    /// <param name="paced">Paced stretches.</param>
    public static double[] Without(ReadOnlySpan<double> bpm, ImmutableArray<PacedStretch> paced)
    {
        var rest = bpm.ToArray();
        foreach (var (fromS, toS) in paced)
        {
            var from = Math.Clamp((int)Math.Ceiling(fromS * HeartRateGrid.SamplesPerSecond), 0, rest.Length);
            var to = Math.Clamp((int)Math.Ceiling(toS * HeartRateGrid.SamplesPerSecond), from, rest.Length);
            rest.AsSpan(from..to).Fill(double.NaN);
        }

        return rest;
    }
}
