using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>How much two heart rates move together, in the numbers by which real pairs and pairs that never met are compared: those of the test with surrogates.</summary>
internal static class PairStatistic
{
    private const double AllButOne = 0.999999;

    /// <summary>What each number is called: its band.</summary>
    public static ImmutableArray<string> Names { get; } = ["drift_r", "wave_r", "breathing_r"];

    /// <summary>The numbers of a pair, and the time with both that they rest on, s; no numbers where the two cannot be compared.</summary>
    /// <param name="a">A's heart rate at 4 Hz, bpm, NaN in a gap.</param>
    /// <param name="b">B's, which may be of another length: what one has more is left out.</param>
    /// <param name="options">Bands and lags.</param>
    public static PairNumbers Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b, SignificanceOptions options)
    {
        var common = Math.Min(a.Length, b.Length);
        a = a[..common];
        b = b[..common];
        var both = 0;
        for (var i = 0; i < common; i++)
            both += double.IsFinite(a[i]) && double.IsFinite(b[i]) ? 1 : 0;
        return new(both / (double)HeartRateGrid.SamplesPerSecond, SynchronySignificance.Peaks(a, b, options));
    }

    /// <summary>Share of pairs that never met that reach as much as this pair: (k + 1)/(n + 1); NaN without numbers or without others.</summary>
    /// <remarks>By chance a peak is the higher the shorter the time: correlations are compared as Fisher's z times the root of the time, which of
    /// pairs without coupling has the same distribution whatever the length.</remarks>
    public static double Among(PairNumbers pair, IReadOnlyCollection<PairNumbers> strangers, SignificanceOptions options) =>
        pair.Peaks.IsEmpty || strangers.Count == 0
            ? double.NaN
            : SynchronySignificance.AmongStrangers(Scaled(pair), [.. strangers.Select(Scaled)], options);

    private static ImmutableArray<double> Scaled(PairNumbers numbers) =>
        [.. numbers.Peaks.Select(r => FisherZ.Of(Math.Clamp(r, -AllButOne, AllButOne)) * Math.Sqrt(numbers.UsedS))];
}
