namespace CoRegulation.Biofeedback.Analysis.Breathing;

/// <summary>Why breathing is not read from a window, or with what reserve.</summary>
public enum BreathingDoubt
{
    /// <summary>Nothing stands against the reading.</summary>
    None,

    /// <summary>There is a reading, but a wave this slow may be the 0.1 Hz rhythm of blood pressure (Mayer wave) and not breathing.</summary>
    SlowWave,

    /// <summary>Too few beats have been seen yet, or too few breaths.</summary>
    TooShort,

    /// <summary>A gap lies so near that what follows it is too short.</summary>
    Gap,

    /// <summary>Too many of the beats had to be corrected.</summary>
    TooManyCorrected,

    /// <summary>The wave is faster than is looked for, or too near half the heart rate, beyond which one beat a half breath is too few.</summary>
    TooFast,

    /// <summary>No wave of breathing stands out: the arrhythmia is smaller than what beats scatter by anyway.</summary>
    TooShallow,

    /// <summary>There are waves, but too uneven in length, or too much in each other's way, for one rate.</summary>
    TooIrregular,
}
