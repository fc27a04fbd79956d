namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>A Bluetooth device as BlueZ tells of it.</summary>
internal sealed record BluezDevice
{
    /// <summary>Its object on the bus.</summary>
    public required string Path { get; init; }

    /// <summary>Its Bluetooth address, in capitals.</summary>
    public required string Address { get; init; }

    /// <summary>Whether its address is one that it may change.</summary>
    public bool HasRandomAddress { get; init; }

    /// <summary>What it, or the user of this computer, calls it; null where nobody does.</summary>
    public string? Name { get; init; }

    /// <summary>dBm; null while it is not heard.</summary>
    public int? SignalDbm { get; init; }

    /// <summary>0 to 100.</summary>
    public int? BatteryPercent { get; init; }

    public bool IsConnected { get; init; }

    /// <summary>Whether all its services are said to be known.</summary>
    public bool AreServicesResolved { get; init; }

    /// <summary>Whether it says that it has the heart rate service.</summary>
    public bool HasHeartRateService { get; init; }

    /// <summary>When it was last seen on the air, as a timestamp; null for one that BlueZ only remembers.</summary>
    public long? LastSeen { get; init; }

    /// <summary>Heard, or connected.</summary>
    public bool IsInRange => SignalDbm is not null || IsConnected;
}
