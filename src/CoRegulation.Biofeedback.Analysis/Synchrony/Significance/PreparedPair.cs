using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>Two heart rates over the time that both are there, ready in every band.</summary>
/// <param name="B">B's waves.</param>
/// <param name="Bands">The pair in each band.</param>
/// <param name="UsedS">Time with both, s.</param>
internal sealed record PreparedPair(SeriesSpectrum B, BandPair[] Bands, double UsedS)
{
    /// <summary>Prepares a pair, or says why it cannot be.</summary>
    public static (PreparedPair? Pair, SynchronyDoubt Doubt) Of(ReadOnlySpan<double> aBpm, ReadOnlySpan<double> bBpm, SignificanceOptions options)
    {
        var both = new bool[aBpm.Length];
        for (var i = 0; i < both.Length; i++)
            both[i] = double.IsFinite(aBpm[i]) && double.IsFinite(bBpm[i]);

        var (first, last) = (Array.IndexOf(both, true), Array.LastIndexOf(both, true));
        if (first < 0)
            return (null, SynchronyDoubt.NoOverlap);

        var a = aBpm[first..(last + 1)];
        var b = bBpm[first..(last + 1)];
        var seen = both[first..(last + 1)];
        var used = seen.Count(there => there);
        var usedS = used / (double)HeartRateGrid.SamplesPerSecond;
        if (used < options.LeastShare * seen.Length)
            return (null, SynchronyDoubt.TooManyGaps);
        if (usedS < options.LeastS)
            return (null, SynchronyDoubt.TooShort);
        if (IsConstant(a) || IsConstant(b))
            return (null, SynchronyDoubt.Constant);

        var (waves, others) = (SeriesSpectrum.Of(a), SeriesSpectrum.Of(b));
        var gaps = used < seen.Length ? seen : null;
        var bands = options.Bands().Select(band => BandPair.Of(band, waves, others, gaps)).OfType<BandPair>().ToArray();
        return bands.Length == options.Bands().Length
            ? (new(others, bands, usedS), SynchronyDoubt.None)
            : (null, SynchronyDoubt.Constant);
    }

    private static bool IsConstant(ReadOnlySpan<double> x)
    {
        var value = double.NaN;
        foreach (var sample in x)
        {
            if (double.IsNaN(value))
                value = sample;
            else if (!double.IsNaN(sample) && sample != value)
                return false;
        }

        return true;
    }
}
