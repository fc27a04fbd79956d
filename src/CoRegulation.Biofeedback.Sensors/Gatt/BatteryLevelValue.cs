namespace CoRegulation.Biofeedback.Sensors.Gatt;

/// <summary>The value of the Battery Level characteristic (0x2A19): one byte, percent (<i>Battery Service</i> 1.0, section 3.1).</summary>
public static class BatteryLevelValue
{
    /// <summary>The 16-bit number of the characteristic.</summary>
    public const int CharacteristicUuid = 0x2A19;

    /// <summary>Reads a value. Any bytes are taken, none throw.</summary>
    /// <param name="bytes">The value of the characteristic; what follows the first byte is left aside.</param>
    /// <returns>0 to 100 percent; null when there is no byte or it is above 100.</returns>
    public static int? Decode(ReadOnlySpan<byte> bytes) => bytes is [<= 100, ..] ? bytes[0] : null;
}
