namespace CoRegulation.Biofeedback.Sensors.Gatt;

/// <summary>Whether the strap touches the skin, as bits 1 and 2 of a Heart Rate Measurement's flags say.</summary>
public enum SensorContact
{
    /// <summary>The strap cannot tell.</summary>
    NotSupported,

    /// <summary>It can tell, and it does not touch the skin.</summary>
    NotDetected,

    /// <summary>It touches the skin.</summary>
    Detected,
}
