namespace CoRegulation.Biofeedback.Sessions.Import;

/// <summary>The unit of the intervals in a file.</summary>
public enum RrUnit
{
    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>Seconds.</summary>
    Seconds,
}
