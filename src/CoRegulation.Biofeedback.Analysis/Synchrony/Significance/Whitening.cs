using System.Numerics;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>Weights that level a spectrum within a band, so that no single wave decides and the lag of a peak is sharp.</summary>
/// <remarks>The smoothed coherence transform of Carter, Nuttall and Cable (1973), Proc. IEEE 61(10), 1497: each series is divided by the root of its own smoothed
/// spectrum. A floor keeps noise where there is no wave from being raised to the size of one.</remarks>
internal static class Whitening
{
    private const double Floor = 0.02;

    /// <summary>The weight of each bin of the band.</summary>
    /// <param name="bins">The bins of the band.</param>
    /// <param name="reach">How many bins to either side are smoothed over.</param>
    public static double[] Weights(ReadOnlySpan<Complex> bins, int reach)
    {
        var power = new double[bins.Length];
        for (var i = 0; i < power.Length; i++)
            power[i] = (bins[i].Real * bins[i].Real) + (bins[i].Imaginary * bins[i].Imaginary);

        // A band of a short record has few bins, and the mirror no more than those.
        var smooth = Smooth(power, Math.Min(Math.Max(reach, 2), Math.Max(0, power.Length - 1)));
        var floor = Floor * smooth.DefaultIfEmpty(0).Max();
        return Array.ConvertAll(smooth, value => value + floor > 0 ? 1 / Math.Sqrt(value + floor) : 0);
    }

    /// <summary>Mean under a Hann window, mirrored at the ends of the band.</summary>
    private static double[] Smooth(double[] power, int reach)
    {
        var kernel = new double[(2 * reach) + 1];
        for (var i = 0; i < kernel.Length; i++)
            kernel[i] = 0.5 * (1 - Math.Cos(2 * Math.PI * (i + 1) / (kernel.Length + 1)));

        var total = kernel.Sum();
        var smooth = new double[power.Length];
        for (var i = 0; i < smooth.Length; i++)
        {
            var sum = 0.0;
            for (var j = -reach; j <= reach; j++)
            {
                var at = Math.Abs(i + j);
                sum += kernel[j + reach] * power[at < power.Length ? at : (2 * power.Length) - 2 - at];
            }

            smooth[i] = sum / total;
        }

        return smooth;
    }
}
