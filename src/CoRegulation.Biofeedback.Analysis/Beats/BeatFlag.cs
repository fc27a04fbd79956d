namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>What artefact correction thinks of an interval.</summary>
public enum BeatFlag
{
    /// <summary>A normal interval.</summary>
    Ok,

    /// <summary>A beat out of turn with its pause.</summary>
    Ectopic,

    /// <summary>An interval too long for its surroundings.</summary>
    Long,

    /// <summary>An interval too short for its surroundings.</summary>
    Short,

    /// <summary>A beat was missed: the interval is two or three in one.</summary>
    Missed,

    /// <summary>A beat too many: an interval was split.</summary>
    Extra,

    /// <summary>More than three beats would have to be inserted.</summary>
    Gap,

    /// <summary>No sinus rhythm to be told: intervals change without order, as in atrial fibrillation.</summary>
    Irregular,

    /// <summary>No sinus rhythm to be told: half of the intervals are no normal ones, as in bigeminy.</summary>
    Crowded,
}
