namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>A slope with its 95 % interval. NaN = no value.</summary>
/// <param name="BpmPerMin">The slope, bpm per minute.</param>
/// <param name="LowBpmPerMin">Lower limit of the interval; NaN with the other where so few points bound nothing.</param>
/// <param name="HighBpmPerMin">Upper limit of the interval.</param>
public readonly record struct Trend(double BpmPerMin, double LowBpmPerMin, double HighBpmPerMin)
{
    /// <summary>No slope at all.</summary>
    public static Trend None => new(double.NaN, double.NaN, double.NaN);

    /// <summary>Whether the interval has limits.</summary>
    public bool HasInterval => !double.IsNaN(LowBpmPerMin) && !double.IsNaN(HighBpmPerMin);

    /// <summary>-1 or 1 where the interval lies below or above 0; 0 where it holds 0 or has no limits.</summary>
    public int Direction => LowBpmPerMin > 0 ? 1 : HighBpmPerMin < 0 ? -1 : 0;
}
