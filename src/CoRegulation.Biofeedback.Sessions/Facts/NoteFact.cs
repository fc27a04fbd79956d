namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>A remark (kind <c>note</c>).</summary>
/// <param name="TimeS">When, s.</param>
/// <param name="Text">Free text.</param>
public sealed record NoteFact(double TimeS, string Text) : Fact(TimeS);
