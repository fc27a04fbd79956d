using System.Runtime.InteropServices;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>One spectrum out of those of several runs.</summary>
/// <param name="firstBin">Number of the lowest frequency, in steps of <paramref name="binHz"/>.</param>
/// <param name="bins">Number of frequencies.</param>
/// <param name="binHz">From one frequency to the next, Hz.</param>
/// <param name="fullS">A run at least so long counts at every frequency, s.</param>
/// <remarks>A shorter run counts at the frequencies of which it holds two periods: a Hann window of T seconds smears a line over 2/T to either
/// side (Harris 1978, Proc. IEEE 66(1), 51, doi:10.1109/PROC.1978.10837), so it would report below that what belongs elsewhere.</remarks>
internal sealed class RunAverage(int firstBin, int bins, double binHz, double fullS)
{
    private const double Periods = 2;

    private readonly double[] _sums = new double[bins];
    private readonly double[] _weights = new double[bins];
    private int _segments;

    /// <summary>Takes the spectrum of a run.</summary>
    /// <param name="lengthS">Length of the run, s.</param>
    /// <param name="densities">Sum of the densities of its segments.</param>
    /// <param name="segments">Number of segments.</param>
    /// <param name="weight">Weight of a segment.</param>
    public void Add(double lengthS, ReadOnlySpan<double> densities, int segments, double weight)
    {
        var from = lengthS >= fullS ? 0 : (int)Math.Clamp(Math.Ceiling(Periods / (lengthS * binHz)) - firstBin, 0, bins);
        for (var k = from; k < bins; k++)
            _sums[k] += weight * densities[k];
        if (from < bins)
            _weights[from] += weight * segments;
        _segments += segments;
    }

    /// <summary>The weighted mean; NaN without any run. Ends the life of this object.</summary>
    public PowerSpectrum Result()
    {
        var weight = 0.0;
        for (var k = 0; k < bins; k++)
        {
            weight += _weights[k];
            _sums[k] /= weight;
        }

        return new()
        {
            DensityMs2PerHz = ImmutableCollectionsMarshal.AsImmutableArray(_sums),
            FirstBin = firstBin,
            BinHz = binHz,
            Segments = _segments,
        };
    }
}
