namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>What one person's heart rate did over the session.</summary>
/// <param name="Slope">Its slope with the interval.</param>
/// <param name="Word">The slope in a word; null where it cannot be told.</param>
public readonly record struct PersonTrend(Trend Slope, HeartTrend? Word);
