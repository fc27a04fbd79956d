namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation;

/// <summary>Plain statistics, to look at what was simulated.</summary>
internal static class Statistics
{
    public static double Rms(IEnumerable<double> values) => Math.Sqrt(values.Average(value => value * value));

    public static double Sd(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return Rms(values.Select(value => value - mean));
    }

    /// <summary>Pearson correlation of a[i] with b[i + lag].</summary>
    public static double Correlation(IReadOnlyList<double> a, IReadOnlyList<double> b, int lag)
    {
        int from = Math.Max(0, -lag), count = a.Count - Math.Abs(lag);
        double meanA = 0, meanB = 0, ab = 0, aa = 0, bb = 0;
        for (var i = from; i < from + count; i++)
        {
            meanA += a[i] / count;
            meanB += b[i + lag] / count;
        }

        for (var i = from; i < from + count; i++)
        {
            var (da, db) = (a[i] - meanA, b[i + lag] - meanB);
            ab += da * db;
            aa += da * da;
            bb += db * db;
        }

        return ab / Math.Sqrt(aa * bb);
    }

    public static double[] RrMs(IReadOnlyList<double> beatTimesS) => [.. beatTimesS.Zip(beatTimesS.Skip(1), (a, b) => (b - a) * 1000)];

    public static double RmssdMs(IReadOnlyList<double> beatTimesS)
    {
        var rrMs = RrMs(beatTimesS);
        return Rms(rrMs.Zip(rrMs.Skip(1), (a, b) => b - a));
    }

    /// <summary>Share of a series' power between two frequencies, by a plain discrete Fourier transform.</summary>
    public static double PowerShare(double[] series, double stepS, double lowHz, double highHz)
    {
        var (within, all) = (0.0, 0.0);
        for (var k = 1; k < series.Length / 2; k++)
        {
            double re = 0, im = 0, hz = k / (series.Length * stepS);
            for (var i = 0; i < series.Length; i++)
            {
                // The product may exceed int: k times i of two hours.
                var (sin, cos) = Math.SinCos(2 * Math.PI * ((long)k * i % series.Length) / series.Length);
                re += series[i] * cos;
                im += series[i] * sin;
            }

            all += re * re + im * im;
            within += hz >= lowHz && hz < highHz ? re * re + im * im : 0;
        }

        return within / all;
    }
}
