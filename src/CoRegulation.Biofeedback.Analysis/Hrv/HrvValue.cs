namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>The value of a measure or why there is none, never both.</summary>
public readonly record struct HrvValue
{
    private const string Undefined = "needs more intervals, or intervals that differ more: undefined for these";

    private readonly double _value;
    private readonly string? _missing;
    private readonly bool _hasValue;

    private HrvValue(double value) => (_value, _hasValue) = (value, true);

    private HrvValue(string missing) => _missing = missing;

    /// <summary>The value, in the unit of its measure; NaN when there is none.</summary>
    public double Value => _hasValue ? _value : double.NaN;

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? Missing => _hasValue ? null : _missing ?? Undefined;

    /// <summary>A value; NaN or an infinity says that it is undefined for these intervals.</summary>
    public static HrvValue Of(double value) => double.IsFinite(value) ? new(value) : default;

    /// <summary>No value.</summary>
    /// <param name="reason">Why.</param>
    public static HrvValue None(string reason) => new(reason);
}
