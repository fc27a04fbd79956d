namespace InTheHand.Bluetooth;

/// <summary>The identity of a service or a characteristic.</summary>
public readonly struct BluetoothUuid : IEquatable<BluetoothUuid>
{
    private BluetoothUuid(Guid uuid) => Value = uuid;

    /// <summary>In full.</summary>
    public Guid Value { get; }

    /// <summary>From its full form.</summary>
    public static implicit operator BluetoothUuid(Guid uuid) => new(uuid);

    /// <summary>From the number that Bluetooth gave it.</summary>
    public static implicit operator BluetoothUuid(ushort uuid) => FromShortId(uuid);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(BluetoothUuid uuid1, BluetoothUuid uuid2) => uuid1.Value == uuid2.Value;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(BluetoothUuid uuid1, BluetoothUuid uuid2) => uuid1.Value != uuid2.Value;

    /// <summary>From the number that Bluetooth gave it.</summary>
    public static BluetoothUuid FromShortId(ushort shortId) => new(new Guid(shortId, 0, 0x1000, 0x80, 0, 0, 0x80, 0x5F, 0x9B, 0x34, 0xFB));

    /// <inheritdoc/>
    public bool Equals(BluetoothUuid other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BluetoothUuid other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
