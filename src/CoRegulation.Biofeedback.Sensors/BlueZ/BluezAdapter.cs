namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>A Bluetooth adapter as BlueZ tells of it.</summary>
/// <param name="Path">Its object on the bus.</param>
/// <param name="Address">Its Bluetooth address.</param>
/// <param name="IsPowered">Whether it is switched on.</param>
/// <param name="IsBlocked">Whether BlueZ says that it is blocked; older ones do not say.</param>
internal sealed record BluezAdapter(string Path, string Address, bool IsPowered, bool IsBlocked)
{
    /// <summary>Its short name, for instance hci0.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
