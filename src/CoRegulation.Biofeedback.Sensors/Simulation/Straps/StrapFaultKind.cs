namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>What can go wrong between a heart and a program.</summary>
public enum StrapFaultKind
{
    /// <summary>Messages are held back and come in a bunch at the end.</summary>
    RadioTrouble,

    /// <summary>Messages are sent and never arrive.</summary>
    LostNotifications,

    /// <summary>Messages arrive twice.</summary>
    Duplicates,

    /// <summary>The strap does not see the beats: the next interval is the sum.</summary>
    MissedBeats,

    /// <summary>The strap sees a beat in the middle of each interval that begins here.</summary>
    ExtraBeats,

    /// <summary>The strap does not touch the skin: the flags say so, there are no intervals, and the rate is 0 or nonsense.</summary>
    NoContact,

    /// <summary>The connection is gone; beats meanwhile are missing for good.</summary>
    LinkLost,
}
