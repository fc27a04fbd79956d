namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>A strap was given to a person (kind <c>assign</c>): another strap than before, or the two were swapped. What follows is of that strap.</summary>
/// <param name="TimeS">When, s.</param>
/// <param name="Person">Whose it is from now on: A or B.</param>
/// <param name="Id">The strap's identity, where known.</param>
/// <param name="Name">The strap's name, where known.</param>
public sealed record AssignFact(double TimeS, string Person, string? Id = null, string? Name = null) : Fact(TimeS);
