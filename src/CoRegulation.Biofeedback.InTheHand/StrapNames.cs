namespace CoRegulation.Biofeedback.InTheHand;

/// <summary>Names of straps, for systems that list devices without saying what services they have.</summary>
internal static class StrapNames
{
    private static readonly string[] Beginnings =
    [
        "Polar H", "Polar OH", "Polar Sense", "HRM", "Garmin HRM", "TICKR", "Wahoo TICKR", "CooSpo", "H6M", "H808", "H9Z", "HW706", "HW9", "Magene", "H64", "H303",
        "Decathlon", "Kalenji", "Suunto", "Movesense", "Zephyr", "Scosche", "RHYTHM", "BerryKing", "Heartbeat", "iGPSPORT", "XOSS", "CYCPLUS", "Viiiiva", "4iiii",
    ];

    /// <summary>Whether it is the name of a strap that is known. A strap of another name is found where services are told.</summary>
    public static bool Known(string? name) =>
        name is not null && Array.Exists(Beginnings, beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
