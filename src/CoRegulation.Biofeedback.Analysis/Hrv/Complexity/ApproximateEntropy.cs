namespace CoRegulation.Biofeedback.Analysis.Hrv.Complexity;

/// <summary>Approximate entropy: the older relative of <see cref="SampleEntropy"/>, in which each template also matches itself.</summary>
public static class ApproximateEntropy
{
    /// <summary>Approximate entropy with m = 2 and r = 0.2 SDNN.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break: no template reaches across it, and
    /// templates of all runs are compared with each other.</param>
    /// <returns>phi(2) - phi(3); NaN when no three intervals are neighbours. 0 for a constant series.</returns>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    /// <remarks>Pincus (1991), Proc. Natl. Acad. Sci. USA 88(6), 2297, doi:10.1073/pnas.88.6.2297. It is biased towards regularity in
    /// short series. Time grows with the square of the length.</remarks>
    public static double Compute(ReadOnlySpan<double> nnMs)
    {
        var runs = new NnRuns(nnMs);
        var phi = new Phi(runs);
        Templates.Match(runs, Tolerance.OfMs(runs), ref phi);
        return phi.OfTwo - phi.OfThree;
    }

    /// <summary>Mean logarithms of the shares of templates that match each one, over two and over three intervals.</summary>
    private struct Phi : IMatches
    {
        private readonly int _withTwo;
        private readonly int _withThree;
        private double _sumOverTwo;
        private double _sumOverThree;

        public Phi(NnRuns runs)
        {
            foreach (var run in runs)
            {
                _withTwo += Math.Max(0, run.Length - 1);
                _withThree += Math.Max(0, run.Length - 2);
            }
        }

        public static bool PairsOfThree => false;

        public readonly double OfTwo => _sumOverTwo / _withTwo;

        public readonly double OfThree => _sumOverThree / _withThree;

        public void Add(bool hasThird, int overTwo, int overThree)
        {
            _sumOverTwo += Math.Log((double)overTwo / _withTwo);
            if (hasThird)
                _sumOverThree += Math.Log((double)overThree / _withThree);
        }
    }
}
