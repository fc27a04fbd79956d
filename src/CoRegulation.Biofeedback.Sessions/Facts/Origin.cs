namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>Where the beats of a session come from.</summary>
public enum Origin
{
    /// <summary>Straps on people.</summary>
    Live,

    /// <summary>A simulator.</summary>
    Simulated,

    /// <summary>A file of RR intervals.</summary>
    Imported,
}
