using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>Imported, exact intervals in place of a notification (kind <c>rr</c>).</summary>
/// <param name="TimeS">Time of the last closing beat, s.</param>
/// <param name="Person">Whose: A or B.</param>
/// <param name="RrMs">Intervals, ms, oldest first.</param>
public sealed record RrFact(double TimeS, string Person, ImmutableArray<double> RrMs) : Fact(TimeS);
