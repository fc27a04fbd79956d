namespace CoRegulation.Biofeedback.Figures.Trend;

/// <summary>A straight trend through sessions of one kind.</summary>
/// <param name="WithPartner">Whether it goes through the sessions with the partner; else through those alone.</param>
/// <param name="Points">Where it runs, with its interval, in order of time; two points or more.</param>
public sealed record TrendLine(bool WithPartner, IReadOnlyList<(DateTimeOffset Time, double MedianS, double LowS, double HighS)> Points);
