using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>A strap in range in the words of a table.</summary>
internal static class SensorWords
{
    private const int Bars = 4;

    /// <summary>The columns.</summary>
    public static IReadOnlyList<string> Header { get; } = ["NAME", "ID", "SIGNAL", "BATTERY", "SEEN BY"];

    /// <summary>A row.</summary>
    public static IReadOnlyList<string> Row(string backend, SensorSighting sighting) =>
    [
        sighting.Name,
        sighting.Id,
        Signal(sighting.SignalDbm),
        sighting.BatteryPercent is { } percent ? FormattableString.Invariant($"{percent} %") : "-",
        backend,
    ];

    /// <summary>Bars and decibels: -55 dBm is beside the antenna, below -90 messages get lost.</summary>
    public static string Signal(int? dbm)
    {
        if (dbm is not { } strength)
            return "-";
        var full = strength switch { >= -60 => 4, >= -70 => 3, >= -80 => 2, >= -90 => 1, _ => 0 };
        return FormattableString.Invariant($"{new string('▮', full)}{new string('▯', Bars - full)} {strength} dBm");
    }
}
