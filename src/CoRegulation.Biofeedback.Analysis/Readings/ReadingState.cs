namespace CoRegulation.Biofeedback.Analysis.Readings;

/// <summary>Whether a reading has a number, and if not, why.</summary>
public enum ReadingState
{
    /// <summary>Too little has been seen yet; the number will come by itself.</summary>
    WarmingUp,

    /// <summary>There is a number to trust.</summary>
    Valid,

    /// <summary>The strap says that it does not touch the skin.</summary>
    NoContact,

    /// <summary>The strap is out of reach, or silent.</summary>
    SignalLost,

    /// <summary>The last number is older than it may be shown.</summary>
    Stale,

    /// <summary>Breathing is paced, so that a number would speak of the pacer and not of the people.</summary>
    Paced,

    /// <summary>The window holds too few good beats, or too many gaps, for this number.</summary>
    NotEnoughData,
}
