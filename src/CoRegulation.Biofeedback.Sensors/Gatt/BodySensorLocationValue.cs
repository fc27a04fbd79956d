namespace CoRegulation.Biofeedback.Sensors.Gatt;

/// <summary>The value of the Body Sensor Location characteristic (0x2A38): one byte (<i>Heart Rate Service</i> 1.0, section 3.2).</summary>
public static class BodySensorLocationValue
{
    /// <summary>The 16-bit number of the characteristic.</summary>
    public const int CharacteristicUuid = 0x2A38;

    /// <summary>Reads a value. Any bytes are taken, none throw.</summary>
    /// <param name="bytes">The value of the characteristic; what follows the first byte is left aside.</param>
    /// <returns>The location; null when there is no byte or it is one of the reserved numbers.</returns>
    public static BodySensorLocation? Decode(ReadOnlySpan<byte> bytes) =>
        bytes is [<= (byte)BodySensorLocation.Foot, ..] ? (BodySensorLocation)bytes[0] : null;
}
