namespace CoRegulation.Biofeedback.Sensors;

/// <summary>Why a radio or a strap cannot be used.</summary>
public enum SensorTrouble
{
    /// <summary>Something else; the message says what.</summary>
    Other,

    /// <summary>There is no such way to reach straps on this machine: no message bus, no Bluetooth program.</summary>
    NoRadioService,

    /// <summary>There is no Bluetooth adapter.</summary>
    NoAdapter,

    /// <summary>The adapter is switched off.</summary>
    AdapterOff,

    /// <summary>The adapter is blocked (rfkill, flight mode).</summary>
    AdapterBlocked,

    /// <summary>This user may not use it.</summary>
    NoRights,

    /// <summary>The strap is not in range, or asleep.</summary>
    NotInRange,

    /// <summary>Another program or device holds the strap.</summary>
    HeldByAnother,

    /// <summary>The strap has no heart rate service, or its measurement cannot be subscribed to. Nothing will change that.</summary>
    NotAHeartRateStrap,

    /// <summary>The identity is not one of a strap.</summary>
    BadIdentity,
}
