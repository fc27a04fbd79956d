using System.Globalization;

namespace CoRegulation.Biofeedback.Analysis;

/// <summary>Checks of option values; each returns the value or says what was wrong with it.</summary>
internal static class Checked
{
    /// <summary>A finite number within both bounds.</summary>
    public static double Within(double value, double least, double most, string name) =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} must be from {least} to {most}."));

    /// <summary>A whole number within both bounds.</summary>
    public static int Within(int value, int least, int most, string name) =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} must be from {least} to {most}."));

    /// <summary>A time within both bounds that is a whole number of heart-rate samples.</summary>
    public static double OnGrid(double valueS, double leastS, double mostS, string name) =>
        double.IsInteger(Within(valueS, leastS, mostS, name) * HeartRates.HeartRateGrid.SamplesPerSecond)
            ? valueS
            : throw new ArgumentOutOfRangeException(name, valueS, $"{name} must be a multiple of 0.25 s, the step of the heart-rate grid.");
}
