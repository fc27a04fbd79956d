using InTheHand.Bluetooth.Scripted;

namespace InTheHand.Bluetooth;

/// <summary>A value of a service.</summary>
public sealed class GattCharacteristic
{
    private readonly ScriptedStrap _strap;
    private EventHandler<GattCharacteristicValueChangedEventArgs>? _valueChanged;

    internal GattCharacteristic(ScriptedStrap strap, BluetoothUuid uuid, GattCharacteristicProperties properties) =>
        (_strap, Uuid, Properties) = (strap, uuid, properties);

    /// <summary>A notification came.</summary>
    public event EventHandler<GattCharacteristicValueChangedEventArgs> CharacteristicValueChanged
    {
        add
        {
            _valueChanged += value;
            _strap.Hearers.Add(this);
        }

        remove
        {
            if (_strap.LeaksHandlers)
                return;
            _valueChanged -= value;
            _strap.Hearers.Remove(this);
        }
    }

    /// <summary>Which.</summary>
    public BluetoothUuid Uuid { get; }

    /// <summary>What it can do.</summary>
    public GattCharacteristicProperties Properties { get; }

    /// <summary>Asks the device for the value; null where it does not answer.</summary>
    public Task<byte[]?> ReadValueAsync() => Task.FromResult(_strap.Answers ? new[] { (byte)_strap.BatteryPercent } : null);

    /// <summary>Has the device notify.</summary>
    /// <exception cref="NotSupportedException">It cannot.</exception>
    public Task StartNotificationsAsync()
    {
        if (!Properties.HasFlag(GattCharacteristicProperties.Notify) && !Properties.HasFlag(GattCharacteristicProperties.Indicate))
            throw new NotSupportedException("Characteristic does not support Notify or Indicate.");
        return _strap.SubscribeAsync();
    }

    /// <summary>Has it stop.</summary>
    public Task StopNotificationsAsync() => _strap.UnsubscribeAsync();

    internal void Raise(byte[] value) => _valueChanged?.Invoke(this, new(value));
}
