using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>How much two heart rates move together.</summary>
/// <param name="UsedS">Time with both, s.</param>
/// <param name="Peaks">The largest correlation over the lags, under each of <see cref="PairStatistic.Names"/>; empty where the two cannot be compared.</param>
internal sealed record PairNumbers(double UsedS, ImmutableArray<double> Peaks);
