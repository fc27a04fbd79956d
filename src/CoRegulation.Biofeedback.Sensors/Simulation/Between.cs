using CoRegulation.Biofeedback.Sensors.Simulation.Chance;

namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>A number to be drawn evenly between two limits; the unit is that of the property's name.</summary>
public readonly record struct Between
{
    /// <summary>A range.</summary>
    /// <param name="low">The lower limit.</param>
    /// <param name="high">The upper limit, not below the lower.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not finite, or they are in the wrong order.</exception>
    public Between(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || high < low)
            throw new ArgumentOutOfRangeException(nameof(high), high, FormattableString.Invariant($"No range: {low} to {high}."));
        (Low, High) = (low, high);
    }

    /// <summary>The lower limit.</summary>
    public double Low { get; }

    /// <summary>The upper limit.</summary>
    public double High { get; }

    /// <summary>A range of one number only.</summary>
    public static Between Exactly(double value) => new(value, value);

    /// <summary>A range of one number only.</summary>
    public static implicit operator Between(double value) => Exactly(value);

    internal double Draw(SeededRandom random) => random.Uniform(Low, High);
}
