using CoRegulation.Biofeedback.Sensors.BlueZ;

namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>What Linux needs to reach straps. Each depends on the one before.</summary>
internal static class BluetoothChecks
{
    /// <summary>All of them, for one look at BlueZ.</summary>
    public static IReadOnlyList<ICheck> Of(BluezHealth health) =>
        [new BusCheck(health), new BluetoothServiceCheck(health), new AdapterCheck(health), new RfkillCheck(health), new RightsCheck(health)];

    /// <summary>What cannot be known while something else does not work.</summary>
    public static Finding NotChecked(string name, string needed) => new(name, CheckState.Warn, $"Not checked: {needed} comes first.");
}
