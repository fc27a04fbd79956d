using System.Globalization;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>What the list says of a strap in range.</summary>
/// <param name="Bars">0 to 4 bars of signal; null where it is not known.</param>
/// <param name="Signal">The same in words.</param>
/// <param name="Note">What else is worth knowing before choosing it.</param>
internal sealed record SightingWords(int? Bars, string Signal, string Note)
{
    /// <summary>From so many dBm on it is that many bars: steps of about 11 dB, the first where connections begin to hold.</summary>
    private static readonly int[] BarsFromDbm = [-90, -79, -68, -57];

    /// <summary>The words of a strap.</summary>
    public static SightingWords From(SeenStrap strap)
    {
        int? bars = strap.Sighting.SignalDbm is { } dbm ? BarsFromDbm.Count(from => dbm >= from) : null;
        var notes = new[]
        {
            strap.HasGoneQuiet ? "not seen for a while" : "",
            strap.Sighting.HasHeartRateService ? "" : "does not say that it measures heart rates",
            strap.Sighting.BatteryPercent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"battery {percent} %") : "",
        };
        return new(bars, SignalWords(bars, strap.Sighting), string.Join(", ", notes.Where(note => note.Length > 0)));
    }

    private static string SignalWords(int? bars, SensorSighting sighting) => bars switch
    {
        null => sighting.Id.StartsWith("web:", StringComparison.Ordinal) ? "through this browser" : "signal not known",
        0 => "signal very weak",
        1 => "signal weak",
        2 => "signal fair",
        3 => "signal good",
        _ => "signal strong",
    };
}
