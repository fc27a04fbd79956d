namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>A line of a kind that this program does not know, or does not use yet; kept as it stands.</summary>
/// <param name="TimeS">When, s.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Json">The whole line.</param>
public sealed record UnknownFact(double TimeS, string Kind, string Json) : Fact(TimeS);
