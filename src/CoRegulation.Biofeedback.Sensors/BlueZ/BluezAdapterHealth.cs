namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>One Bluetooth adapter.</summary>
/// <param name="Name">Its short name, for instance hci0.</param>
/// <param name="Address">Its Bluetooth address.</param>
/// <param name="IsPowered">Whether it is switched on.</param>
/// <param name="IsBlocked">Whether rfkill or the flight mode blocks it.</param>
public sealed record BluezAdapterHealth(string Name, string Address, bool IsPowered, bool IsBlocked);
