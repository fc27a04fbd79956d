namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>The lower triangle L with L L' = C of a stationary series: L^-1 makes its samples independent with variance 1.</summary>
internal sealed class Whitening
{
    private readonly double[][] _rows;

    /// <param name="covariance">Covariance at lag 0, 1, ...; of a positive definite matrix.</param>
    public Whitening(ReadOnlySpan<double> covariance)
    {
        _rows = new double[covariance.Length][];
        for (var i = 0; i < _rows.Length; i++)
        {
            var row = _rows[i] = new double[i + 1];
            for (var j = 0; j <= i; j++)
            {
                var sum = covariance[i - j];
                for (var k = 0; k < j; k++)
                    sum -= row[k] * _rows[j][k];
                row[j] = i == j ? Math.Sqrt(sum) : sum / _rows[j][j];
            }
        }
    }

    /// <summary>L^-1 y for the first samples, as many as are given.</summary>
    public double[] Apply(ReadOnlySpan<double> samples)
    {
        var white = new double[samples.Length];
        for (var i = 0; i < white.Length; i++)
        {
            var row = _rows[i];
            var sum = samples[i];
            for (var k = 0; k < i; k++)
                sum -= row[k] * white[k];
            white[i] = sum / row[i];
        }

        return white;
    }

    /// <summary>L'^-1 y.</summary>
    public double[] ApplyTransposed(ReadOnlySpan<double> samples)
    {
        var result = samples.ToArray();
        for (var i = result.Length - 1; i >= 0; i--)
        {
            result[i] /= _rows[i][i];
            for (var k = 0; k < i; k++)
                result[k] -= _rows[i][k] * result[i];
        }

        return result;
    }
}
