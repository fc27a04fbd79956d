namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>The series that never falls, or never rises, and lies nearest to given points in the mean square.</summary>
/// <param name="mostPoints">Most points of a fit.</param>
/// <remarks>Pool adjacent violators: Ayer et al. (1955), Ann. Math. Stat. 26(4), 641. O(n).</remarks>
internal sealed class MonotoneFit(int mostPoints)
{
    private readonly double[] _fitted = new double[mostPoints];
    private readonly double[] _levels = new double[mostPoints];
    private readonly int[] _weights = new int[mostPoints];

    /// <summary>Fits points in order; NaN, a missing one, stays NaN.</summary>
    /// <returns>As many values, valid until the next fit.</returns>
    public ReadOnlySpan<double> Fit(ReadOnlySpan<double> y, bool isRising)
    {
        var sign = isRising ? 1 : -1;
        var blocks = 0;
        foreach (var value in y)
        {
            if (double.IsNaN(value))
                continue;
            var (level, weight) = (sign * value, 1);
            for (; blocks > 0 && _levels[blocks - 1] > level; blocks--)
            {
                var both = weight + _weights[blocks - 1];
                level += (_levels[blocks - 1] - level) * _weights[blocks - 1] / both;
                weight = both;
            }

            (_levels[blocks], _weights[blocks]) = (level, weight);
            blocks++;
        }

        for (int i = 0, block = 0; i < y.Length; i++)
        {
            if (double.IsNaN(y[i]))
            {
                _fitted[i] = double.NaN;
                continue;
            }

            _fitted[i] = sign * _levels[block];
            if (--_weights[block] is 0)
                block++;
        }

        return _fitted.AsSpan(0, y.Length);
    }
}
