namespace CoRegulation.Biofeedback.Analysis.Synchrony.Concordance;

/// <summary>How often and how much the slopes of two series go the same way.</summary>
/// <param name="Correlations">Windows with a correlation.</param>
/// <param name="SumPositive">Sum of the positive ones; 0 when there is none.</param>
/// <param name="SumNegative">Sum of the negative ones; 0 when there is none.</param>
public readonly record struct ConcordanceResult(int Correlations, double SumPositive, double SumNegative)
{
    /// <summary>ln(positive / |negative|): 0 when both weigh the same; NaN when either is 0.</summary>
    public double Index => SumPositive > 0 && SumNegative < 0 ? Math.Log(SumPositive / -SumNegative) : double.NaN;
}
