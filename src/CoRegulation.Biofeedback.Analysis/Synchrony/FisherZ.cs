namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>Fisher's z of a correlation, whose mean over windows is sounder than that of r.</summary>
public static class FisherZ
{
    /// <summary>Largest |z| given for a single window: that of r = 1 would be infinite.</summary>
    public const double Most = 10;

    /// <summary>atanh(r), limited to plus or minus <see cref="Most"/>; NaN for NaN.</summary>
    /// <param name="r">A correlation, from -1 to 1.</param>
    public static double Of(double r) => Math.Clamp(Math.Atanh(r), -Most, Most);
}
