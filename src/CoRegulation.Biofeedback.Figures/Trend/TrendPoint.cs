namespace CoRegulation.Biofeedback.Figures.Trend;

/// <summary>One session in a trend.</summary>
/// <param name="Started">When the session began.</param>
/// <param name="MedianS">Median time to baseline of its episodes, s; NaN where more than half of them were not seen to the end.</param>
/// <param name="LowS">Lower end of the median's interval, s; NaN where it is not known.</param>
/// <param name="HighS">Upper end, s; NaN or infinity where it is not known.</param>
/// <param name="WithPartner">Whether the partner took part; else the person was alone.</param>
public sealed record TrendPoint(DateTimeOffset Started, double MedianS, double LowS, double HighS, bool WithPartner);
