using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Susy;

/// <summary>Mean Fisher z at each lag, of the true pairs of segments and of the false ones.</summary>
/// <param name="RealZ">Of segments of the same time, from the most negative lag on; right of the middle B follows A.</param>
/// <param name="PseudoZ">Of segments of different times, at the same lags.</param>
public sealed record LagProfile(ImmutableArray<double> RealZ, ImmutableArray<double> PseudoZ)
{
    /// <summary>Mean over the lags, of the true pairs.</summary>
    public double MeanZ => RealZ.Mean();

    /// <summary>Mean over the lags, of the false pairs.</summary>
    public double MeanPseudoZ => PseudoZ.Mean();

    /// <summary>Standard deviation (n - 1) over the lags, of the true pairs; NaN for a single lag.</summary>
    public double SdZ => RealZ.StandardDeviation();

    /// <summary>Standard deviation (n - 1) over the lags, of the false pairs; NaN for a single lag.</summary>
    public double SdPseudoZ => PseudoZ.StandardDeviation();

    /// <summary>Percentage of the lags at which the true pairs lie above the false ones.</summary>
    public double PercentAbovePseudo => 100.0 * RealZ.Zip(PseudoZ).Count(lag => lag.First > lag.Second) / RealZ.Length;

    /// <summary>True mean less false mean, in standard deviations of the false ones over the lags. No test statistic: neighbouring lags are
    /// all but the same number. NaN when the false pairs are the same at every lag.</summary>
    public double EffectSize => SdPseudoZ > 0 ? (MeanZ - MeanPseudoZ) / SdPseudoZ : double.NaN;

    /// <summary>The positive lags alone: B follows A.</summary>
    public LagProfile ALeads() => new(RealZ[(Zero + 1)..], PseudoZ[(Zero + 1)..]);

    /// <summary>The negative lags alone: A follows B.</summary>
    public LagProfile BLeads() => new(RealZ[..Zero], PseudoZ[..Zero]);

    private int Zero => RealZ.Length / 2;
}
