using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>A correlation at lags one sample apart from the products of two spectra in a band.</summary>
/// <remarks>r(lag) is the sum of Re(g exp(i w lag)) over the bins: that of +lag and that of -lag are the same two sums, added and subtracted. The tables
/// are made once for all copies. Vectors are of one width on every machine, so that the last bit does not depend on it.</remarks>
internal sealed class LagSums
{
    private readonly double[][] _cos;
    private readonly double[][] _sin;
    private readonly int _lagsPerSide;

    /// <summary>Tables for the bins from <paramref name="firstBin"/> on.</summary>
    public LagSums(int firstBin, int bins, int samples, int lagsPerSide)
    {
        _lagsPerSide = lagsPerSide;
        _cos = new double[lagsPerSide + 1][];
        _sin = new double[lagsPerSide + 1][];
        for (var lag = 0; lag <= lagsPerSide; lag++)
        {
            (_cos[lag], _sin[lag]) = (new double[bins], new double[bins]);
            for (var i = 0; i < bins; i++)
                (_sin[lag][i], _cos[lag][i]) = Math.SinCos(2 * Math.PI * ((firstBin + i) * (long)lag % samples) / samples);
        }
    }

    /// <summary>The largest value over the lags.</summary>
    public double Peak(ReadOnlySpan<double> real, ReadOnlySpan<double> imaginary)
    {
        var peak = double.NegativeInfinity;
        for (var lag = 0; lag <= _lagsPerSide; lag++)
        {
            var (even, odd) = (Dot(real, _cos[lag]), Dot(imaginary, _sin[lag]));
            peak = Math.Max(peak, Math.Max(even - odd, even + odd));
        }

        return peak;
    }

    /// <summary>The value at every lag, from the most negative one.</summary>
    public double[] Profile(ReadOnlySpan<double> real, ReadOnlySpan<double> imaginary)
    {
        var profile = new double[(2 * _lagsPerSide) + 1];
        for (var lag = 0; lag <= _lagsPerSide; lag++)
        {
            var (even, odd) = (Dot(real, _cos[lag]), Dot(imaginary, _sin[lag]));
            profile[_lagsPerSide + lag] = even - odd;
            profile[_lagsPerSide - lag] = even + odd;
        }

        return profile;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var wideX = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var wideY = MemoryMarshal.Cast<double, Vector256<double>>(y);
        var (first, second) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i + 1 < wideX.Length; i += 2)
        {
            first += wideX[i] * wideY[i];
            second += wideX[i + 1] * wideY[i + 1];
        }

        if (i < wideX.Length)
            first += wideX[i] * wideY[i];
        var sum = Vector256.Sum(first + second);
        for (var rest = wideX.Length * Vector256<double>.Count; rest < x.Length; rest++)
            sum += x[rest] * y[rest];
        return sum;
    }
}
