using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Figures.LagMap;

/// <summary>How alike two heart rates were at each lag over a whole stretch, in one band of frequencies, beside what strangers reach.</summary>
/// <param name="Name">Name of the band: "slow", "breathing".</param>
/// <param name="LagsS">The lags, s, ascending; positive: B follows A.</param>
/// <param name="R">Correlation at each lag, from -1 to 1; NaN where there is none.</param>
/// <param name="NullR95">The correlation that 95 % of surrogates stay below at every lag; NaN while it is not known.</param>
public sealed record LagProfile(string Name, ImmutableArray<double> LagsS, ImmutableArray<double> R, double NullR95);
