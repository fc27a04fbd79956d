namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>One of the two places of a session, as it is now.</summary>
/// <param name="Id">A or B.</param>
/// <param name="Name">What the person there is called.</param>
/// <param name="StrapId">The identity of the strap that was chosen; null while none is.</param>
/// <param name="StrapName">Its name.</param>
/// <param name="Reading">What it says; null while none is chosen.</param>
/// <param name="Remembered">The strap that this person had last time, where that is remembered.</param>
/// <param name="SharesHeartWith">Who has the very same beats, the same strap by another radio; null where that is nobody.</param>
public sealed record Place(
    string Id, string Name, string? StrapId, string? StrapName, StrapReading? Reading, RememberedStrap? Remembered, string? SharesHeartWith = null)
{
    /// <summary>The places of a session, in order.</summary>
    public static readonly IReadOnlyList<string> Ids = ["A", "B"];

    /// <summary>Whether a strap was chosen here.</summary>
    public bool IsTaken => StrapId is not null;
}
