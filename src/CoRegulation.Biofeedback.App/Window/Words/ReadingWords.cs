using System.Globalization;
using CoRegulation.Biofeedback.Analysis.Readings;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>Readings as the page writes them: a number, or a dash and the reason.</summary>
internal static class ReadingWords
{
    /// <summary>What stands where a number is missing.</summary>
    public const string NoNumber = "–";

    /// <summary>The number with so many decimals, or a dash.</summary>
    public static string Number(Reading reading, int decimals = 0) => reading.Value is { } value ? Format(value, decimals) : NoNumber;

    /// <summary>Why there is no number; empty when there is one.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="remainingS">How long it still takes to warm up, s, where that is known and above 0.</param>
    public static string Reason(Reading reading, double? remainingS = null) => reading.State switch
    {
        ReadingState.Valid => "",
        ReadingState.WarmingUp when remainingS is > 0 => string.Create(CultureInfo.InvariantCulture, $"warming up: {Math.Ceiling(remainingS.Value):0} s more"),
        ReadingState.WarmingUp => "warming up",
        ReadingState.NoContact => "no contact",
        ReadingState.SignalLost => "signal lost",
        ReadingState.Stale => "stale",
        ReadingState.Paced => "paced",
        ReadingState.NotEnoughData => "not enough data",
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading.State, "A state without words."),
    };

    /// <summary>A number with a true minus sign and without a negative zero.</summary>
    public static string Format(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0;
        return rounded.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');
    }
}
