namespace CoRegulation.Biofeedback.Analysis.Hrv.Complexity;

/// <summary>Sample entropy: how seldom stretches of intervals that are alike go on alike.</summary>
public static class SampleEntropy
{
    /// <summary>Sample entropy with m = 2 and r = 0.2 SDNN.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break: no template reaches across it, and
    /// templates of all runs are compared with each other.</param>
    /// <returns>-ln(A / B), from 0; B pairs match over two, A over three intervals. NaN when there is no such pair.
    /// 0 for a constant series.</returns>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    /// <remarks>Richman and Moorman (2000), Am. J. Physiol. Heart Circ. Physiol. 278(6), H2039, doi:10.1152/ajpheart.2000.278.6.H2039.
    /// Every pair is counted. 80,000 intervals take a fraction of a second; the time grows with the square.</remarks>
    public static double Compute(ReadOnlySpan<double> nnMs)
    {
        var pairs = Matches(nnMs, Tolerance.OfMs(new(nnMs)));
        return pairs.OverThree > 0 ? Math.Log((double)pairs.OverTwo / pairs.OverThree) : double.NaN;
    }

    /// <summary>Pairs of templates that match within a tolerance.</summary>
    internal static Pairs Matches(ReadOnlySpan<double> nnMs, double toleranceMs)
    {
        var pairs = default(Pairs);
        Templates.Match(new(nnMs), toleranceMs, ref pairs);
        return pairs;
    }

    /// <summary>Matching pairs over two and over three intervals.</summary>
    internal struct Pairs : IMatches
    {
        public static bool PairsOfThree => true;

        public long OverTwo { get; private set; }

        public long OverThree { get; private set; }

        public void Add(bool hasThird, int overTwo, int overThree)
        {
            OverTwo += overTwo;
            OverThree += overThree;
        }
    }
}
