namespace CoRegulation.Biofeedback.Sensors;

/// <summary>What a sensor is doing; the words of a recording's <c>sensor</c> lines.</summary>
public enum SensorState
{
    /// <summary>Connected and subscribed.</summary>
    Connected,

    /// <summary>The connection is gone; the sensor tries to get it back, without limit in time.</summary>
    Lost,

    /// <summary>Connected, but nothing comes; the sensor connects anew.</summary>
    Silent,

    /// <summary>The strap touches the skin again.</summary>
    Contact,

    /// <summary>The strap says that it does not touch the skin.</summary>
    NoContact,

    /// <summary>Trying to connect for the first time.</summary>
    Connecting,

    /// <summary>It can never work (no strap of heart rates, say), and the sensor has ended.</summary>
    GaveUp,
}
