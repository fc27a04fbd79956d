using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;
using MathNet.Numerics.Distributions;

namespace CoRegulation.Biofeedback.Analysis.Anchors;

/// <summary>Who moves first in what the two share, from the lag of slow co-movement.</summary>
public static class AnchorByLag
{
    private const double Z95 = 1.959964;

    /// <summary>The one who moves first in slow co-movement: a lag of breathing is known modulo one breath only.</summary>
    /// <param name="synchrony">The test of the pair.</param>
    /// <param name="level">Level that the slow band must reach by itself besides the pair: else the verdict may rest on breathing, and the lag of
    /// slow drift on chance.</param>
    /// <exception cref="ArgumentNullException"><paramref name="synchrony"/> is null.</exception>
    public static AnchorFinding Find(SynchronyResult synchrony, double level)
    {
        ArgumentNullException.ThrowIfNull(synchrony);
        return synchrony.Slow is not { } slow
            ? AnchorFinding.NotAsked(AnchorReason.NotKnown)
            : Find(synchrony.BeyondChance is true ? slow.P <= level : synchrony.BeyondChance, slow.LagS, slow.LagLowS, slow.LagHighS);
    }

    /// <summary>The one who moves first; nobody unless the two move together beyond chance and the interval leaves out 0.</summary>
    /// <param name="isBeyondChance">Whether slow co-movement is beyond chance; null without a verdict.</param>
    /// <param name="lagS">Its lag, s; positive when B follows A.</param>
    /// <param name="lagLowS">Lower limit of the lag's 95 % interval, s.</param>
    /// <param name="lagHighS">Upper limit of it, s.</param>
    /// <returns>Confidence: of a person, the share of a normal distribution of the lag, as wide as the interval is on the side of 0, that lies
    /// on that person's side (0.975 or more); of nobody because the interval holds 0, twice the share beyond 0, which is 1 for a
    /// lag of 0. It speaks of the lag alone, not of whether the two move together.</returns>
    public static AnchorFinding Find(bool? isBeyondChance, double lagS, double lagLowS, double lagHighS)
    {
        if (isBeyondChance is null)
            return AnchorFinding.NotAsked(AnchorReason.NotKnown);
        if (isBeyondChance is false)
            return AnchorFinding.NotAsked(AnchorReason.NotBeyondChance);
        if (!double.IsFinite(lagS) || !double.IsFinite(lagLowS) || !double.IsFinite(lagHighS))
            return AnchorFinding.NotAsked(AnchorReason.NotKnown);

        var towards0S = Math.Max(0, lagS > 0 ? lagS - lagLowS : lagHighS - lagS);
        var side = lagS is 0 ? 0.5 : towards0S > 0 ? Normal.CDF(0, 1, Z95 * Math.Abs(lagS) / towards0S) : 1;
        return lagLowS > 0 ? new('A', side, AnchorReason.None)
            : lagHighS < 0 ? new('B', side, AnchorReason.None)
            : new(null, 2 * (1 - side), AnchorReason.LagHoldsZero);
    }
}
