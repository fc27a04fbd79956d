namespace CoRegulation.Biofeedback.Analysis.Readings;

/// <summary>A trustworthy number or the reason there is none, never both. <c>default</c> says "warming up", not 0.</summary>
public readonly record struct Reading
{
    private readonly double _value;

    private Reading(double value, ReadingState state) => (_value, State) = (value, state);

    /// <summary>Whether there is a number, and if not, why.</summary>
    public ReadingState State { get; }

    /// <summary>The number, in the unit that its holder's name carries; null unless <see cref="State"/> is Valid.</summary>
    public double? Value => State is ReadingState.Valid ? _value : null;

    /// <summary>A reading with a number.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN or infinite.</exception>
    public static Reading Of(double value) => double.IsFinite(value)
        ? new(value, ReadingState.Valid)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Not a number to show: use Missing with its reason.");

    /// <summary>A reading without a number.</summary>
    /// <param name="reason">Why there is none; anything but Valid.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reason is Valid.</exception>
    public static Reading Missing(ReadingState reason) => reason is not ReadingState.Valid
        ? new(0, reason)
        : throw new ArgumentOutOfRangeException(nameof(reason), reason, "A valid reading has a number: use Of.");
}
