namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>What the two heart rates do, each by itself. The same distance may shrink because one settles or because the other rises.</summary>
public enum PairCourse
{
    /// <summary>Neither falls or rises clearly.</summary>
    BothSteady,

    /// <summary>Both fall.</summary>
    BothSettling,

    /// <summary>One falls, the other does neither clearly.</summary>
    OneSettlingOneSteady,

    /// <summary>Both rise.</summary>
    BothRising,

    /// <summary>One rises, the other does neither clearly.</summary>
    OneRisingOneSteady,

    /// <summary>One falls, the other rises.</summary>
    OneSettlingOneRising,
}
