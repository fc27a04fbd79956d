using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Figures.LagMap;

/// <summary>How alike two heart rates were at each lag over a whole stretch, in one band of frequencies, beside what strangers reach.</summary>
/// <param name="Name">Name of the band: "slow", "breathing".</param>
/// <param name="LagsS">The lags, s, ascending; positive: B follows A.</param>
/// <param name="R">Correlation at each lag, from -1 to 1; NaN where there is none.</param>
/// <param name="NullR95">The correlation that 95 % of surrogates stay below at every lag; NaN while it is not known.</param>
public sealed record LagProfile(string Name, ImmutableArray<double> LagsS, ImmutableArray<double> R, double NullR95)
{
    /// <summary>The profiles of a comparison with chance; none where it could not be made.</summary>
    internal static ImmutableArray<LagProfile> Of(SynchronyResult? result)
    {
        if (result is not { Doubt: SynchronyDoubt.None })
            return [];
        return [.. new[] { Of("slow", result.Slow), Of("breathing", result.Breathing) }.OfType<LagProfile>()];
    }

    private static LagProfile? Of(string name, BandSynchrony? band) =>
        band is null ? null : new(name, band.ProfileLagsS, band.ProfileR, band.NullR95);
}
