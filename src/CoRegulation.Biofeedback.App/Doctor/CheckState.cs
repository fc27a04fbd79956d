namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>How a check ended.</summary>
internal enum CheckState
{
    /// <summary>Works.</summary>
    Ok,

    /// <summary>A session is possible nevertheless, or this could not be checked because something else does not work.</summary>
    Warn,

    /// <summary>No session is possible.</summary>
    Fail,
}
