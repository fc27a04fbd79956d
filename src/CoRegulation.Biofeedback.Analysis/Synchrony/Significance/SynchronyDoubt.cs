namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>Why nothing is said about synchrony.</summary>
public enum SynchronyDoubt
{
    /// <summary>There is a result.</summary>
    None,

    /// <summary>The two were never seen at the same time.</summary>
    NoOverlap,

    /// <summary>Less time with both than the test needs.</summary>
    TooShort,

    /// <summary>More of the time than allowed is without one or the other.</summary>
    TooManyGaps,

    /// <summary>A heart rate that never changes.</summary>
    Constant,

    /// <summary>A and B are the same recording, or two straps on one person.</summary>
    SameRecording,

    /// <summary>Both breathed at one pace: no copy made from the pair can tell coupling from that.</summary>
    Paced,
}
