namespace CoRegulation.Biofeedback.Sensors.Gatt;

/// <summary>Where the sensor is worn: the values of the Body Sensor Location characteristic.</summary>
public enum BodySensorLocation
{
    /// <summary>Somewhere else.</summary>
    Other,

    /// <summary>On the chest.</summary>
    Chest,

    /// <summary>On the wrist.</summary>
    Wrist,

    /// <summary>On a finger.</summary>
    Finger,

    /// <summary>On the hand.</summary>
    Hand,

    /// <summary>On an ear lobe.</summary>
    EarLobe,

    /// <summary>On a foot.</summary>
    Foot,
}
