using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Susy;

/// <summary>SUSY, surrogate synchrony: correlation within segments of the same time against that of segments of different times.</summary>
/// <remarks>Tschacher, Rees and Ramseyer (2014), Front. Psychol. 5, 1323, doi:10.3389/fpsyg.2014.01323; the numbers are those of the R package
/// SUSY 0.1.0 with all false pairs. Segments of different times are made of the same two hearts, but a slow rhythm that both have is
/// not the same in them: on strangers its level is too easily passed (see docs/methods/synchrony-measures.md).</remarks>
public static class SurrogateSynchrony
{
    /// <summary>SUSY of a pair.</summary>
    /// <param name="a">n samples of A at 4 Hz without a gap.</param>
    /// <param name="b">n samples of B.</param>
    /// <param name="options">Segment and largest lag.</param>
    /// <returns>The means over pairs of segments; null below two whole segments. What is left after the last whole one is not used. A pair with a
    /// constant segment adds nothing and counts among those that the sum is divided by, as in the package.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The largest lag leaves fewer than two samples of a segment.</exception>
    /// <remarks>Unlike the package, |z| of a single pair is at most <see cref="FisherZ.Most"/>, where the package has infinity.
    /// O(segments² lags samples).</remarks>
    public static SusyResult? Compute(ReadOnlySpan<double> a, ReadOnlySpan<double> b, SusyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Pair.Check(a, b);
        if (a.Length < options.LeastSamples())
            return null;

        var (length, lags) = (options.SegmentSamples, (2 * options.LagsPerSide) + 1);
        var segments = a.Length / length;
        var (real, realAbs, pseudo, pseudoAbs) = (new double[lags], new double[lags], new double[lags], new double[lags]);
        for (var i = 0; i < segments; i++)
        {
            for (var h = 0; h < segments; h++)
            {
                var r = LaggedCorrelation.ComputeBiased(a.Slice(i * length, length), b.Slice(h * length, length), options.LagsPerSide);
                if (double.IsNaN(r[0]))
                    continue;

                var (signed, absolute) = i == h ? (real, realAbs) : (pseudo, pseudoAbs);
                for (var place = 0; place < lags; place++)
                {
                    var z = FisherZ.Of(r[place]);
                    signed[place] += z;
                    absolute[place] += Math.Abs(z);
                }
            }
        }

        return new(
            a.Length,
            segments,
            new(Mean(realAbs, segments), Mean(pseudoAbs, segments * (segments - 1))),
            new(Mean(real, segments), Mean(pseudo, segments * (segments - 1))));
    }

    private static ImmutableArray<double> Mean(double[] sums, int pairs) => [.. sums.Select(sum => sum / pairs)];
}
