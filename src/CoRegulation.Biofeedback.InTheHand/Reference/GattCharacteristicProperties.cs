namespace InTheHand.Bluetooth;

/// <summary>What a characteristic can do.</summary>
[Flags]
public enum GattCharacteristicProperties
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Be broadcast.</summary>
    Broadcast = 1,

    /// <summary>Be read.</summary>
    Read = 2,

    /// <summary>Be written without an answer.</summary>
    WriteWithoutResponse = 4,

    /// <summary>Be written.</summary>
    Write = 8,

    /// <summary>Notify.</summary>
    Notify = 16,

    /// <summary>Notify and be acknowledged.</summary>
    Indicate = 32,
}
