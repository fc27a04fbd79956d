namespace CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;

/// <summary>What can make two hearts move together although neither has to do with the other.</summary>
public enum SynchronyConfound
{
    /// <summary>Both breathed at one pace for a part of the time, which was left out.</summary>
    CommonPace,

    /// <summary>Both heart rates rose strongly within one minute: both moved or spoke.</summary>
    BothRose,

    /// <summary>Both heart rates changed their level the same way when a phase of the session began.</summary>
    PhaseChange,
}
