namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>A characteristic of a connected device.</summary>
/// <param name="Path">Its object on the bus.</param>
/// <param name="Uuid">What it is, in small letters.</param>
/// <param name="CanNotify">Whether it can be subscribed to.</param>
internal sealed record BluezCharacteristic(string Path, string Uuid, bool CanNotify);
