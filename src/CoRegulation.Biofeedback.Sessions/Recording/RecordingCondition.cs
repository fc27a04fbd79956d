namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>How whole a recording is.</summary>
public enum RecordingCondition
{
    /// <summary>It has an end and no broken line.</summary>
    Whole,

    /// <summary>It just stops, perhaps within its last line; everything before that can be used.</summary>
    Unfinished,

    /// <summary>Lines before the last are broken.</summary>
    Damaged,

    /// <summary>It has no header that this program knows: it is empty, something else, cut within its header, or of a newer format.</summary>
    Unreadable,
}
