namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>Whether two people moved together beyond chance. Association, not cause.</summary>
public sealed record SynchronyResult
{
    /// <summary>Slow co-movement; null when nothing can be said.</summary>
    public BandSynchrony? Slow { get; init; }

    /// <summary>Co-movement of breathing; null when nothing can be said.</summary>
    public BandSynchrony? Breathing { get; init; }

    /// <summary>The band with the smaller p; of equal ones that which lies further above its copies.</summary>
    public SynchronyBand Band { get; init; }

    /// <summary>The result of that band.</summary>
    public BandSynchrony? Best => Band is SynchronyBand.Slow ? Slow : Breathing;

    /// <summary>p of the joint test of all bands; NaN without a verdict.</summary>
    public double P { get; init; } = double.NaN;

    /// <summary>Whether p is at or below the level; null without a verdict.</summary>
    public bool? BeyondChance { get; init; }

    /// <summary>Why there is no result or no verdict.</summary>
    public SynchronyDoubt Doubt { get; init; }

    /// <summary>How the copies were made.</summary>
    public required NullModel Null { get; init; }

    /// <summary>How many copies.</summary>
    public required int Surrogates { get; init; }

    /// <summary>Their seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Time with both people that the result rests on, s.</summary>
    public double UsedS { get; init; }

    /// <summary>Who moves first in the better band: only beyond chance, and only where the lag's interval excludes 0.</summary>
    public char? First => BeyondChance is true ? Best?.First : null;

    /// <summary>The same correlations without a verdict.</summary>
    /// <param name="doubt">Why there is none.</param>
    public SynchronyResult Without(SynchronyDoubt doubt) => this with
    {
        P = double.NaN,
        BeyondChance = null,
        Doubt = doubt,
        Slow = Slow is null ? null : Slow with { P = double.NaN },
        Breathing = Breathing is null ? null : Breathing with { P = double.NaN },
    };
}
