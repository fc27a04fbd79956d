namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>The strap that somebody chose last time.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">Its name.</param>
public sealed record RememberedStrap(string Id, string Name);
