namespace InTheHand.Bluetooth;

/// <summary>A notification.</summary>
public sealed class GattCharacteristicValueChangedEventArgs : EventArgs
{
    internal GattCharacteristicValueChangedEventArgs(byte[]? newValue) => Value = newValue;

    /// <summary>Its bytes.</summary>
    public byte[]? Value { get; }
}
