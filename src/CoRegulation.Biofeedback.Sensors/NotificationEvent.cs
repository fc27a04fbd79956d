namespace CoRegulation.Biofeedback.Sensors;

/// <summary>One Bluetooth message of the Heart Rate Measurement characteristic, undecoded.</summary>
/// <param name="ArrivalTimestamp">When it arrived.</param>
/// <param name="Bytes">The message as it came.</param>
public sealed record NotificationEvent(long ArrivalTimestamp, ReadOnlyMemory<byte> Bytes) : SensorEvent(ArrivalTimestamp);
