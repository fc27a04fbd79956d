namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>Checks of options; each gives the value back or says what is wrong with it.</summary>
internal static class Check
{
    public static double NotNegative(double value, string name) => In(value, 0, double.MaxValue, name);

    public static double Positive(double value, string name) => In(value, double.Epsilon, double.MaxValue, name);

    public static double In(double value, double low, double high, string name) => value >= low && value <= high
        ? value
        : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} must be from {low} to {high}."));

    public static Between In(Between value, double low, double high, string name)
    {
        In(value.Low, low, high, name);
        In(value.High, low, high, name);
        return value;
    }

    public static string Text(string value, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return value;
    }
}
