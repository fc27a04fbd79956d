namespace CoRegulation.Biofeedback.Analysis.Synchrony.Susy;

/// <summary>What SUSY says of a pair.</summary>
/// <param name="Samples">Samples of the pair, those after the last segment included.</param>
/// <param name="Segments">Segments that they hold.</param>
/// <param name="Absolute">Means of |z|: SUSY's main number, blind to the direction.</param>
/// <param name="Signed">Means of z.</param>
public sealed record SusyResult(int Samples, int Segments, LagProfile Absolute, LagProfile Signed)
{
    /// <summary>Lags at which the true pairs move together on the average: signed z of 0 or more.</summary>
    public int InPhaseLags => Signed.RealZ.Count(z => z >= 0);

    /// <summary>Lags at which they move against each other.</summary>
    public int AntiPhaseLags => Signed.RealZ.Length - InPhaseLags;

    /// <summary>Mean signed z over the lags in phase; NaN when there is none.</summary>
    public double InPhaseZ => InPhaseLags is 0 ? double.NaN : Signed.RealZ.Where(z => z >= 0).Average();

    /// <summary>Mean signed z over the other lags; NaN when there is none.</summary>
    public double AntiPhaseZ => AntiPhaseLags is 0 ? double.NaN : Signed.RealZ.Where(z => z < 0).Average();
}
