using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>Imported, exact intervals in place of a notification (kind <c>rr</c>).</summary>
/// <param name="TimeS">Time of the last closing beat, s.</param>
/// <param name="Person">Whose: A or B.</param>
/// <param name="RrMs">Intervals, ms, oldest first.</param>
public sealed record RrFact(double TimeS, string Person, ImmutableArray<double> RrMs) : Fact(TimeS)
{
    /// <summary>Whether time, person and every interval are the same.</summary>
    /// <param name="other">The other fact.</param>
    public bool Equals(RrFact? other) =>
        base.Equals(other) && Person == other.Person && RrMs.AsSpan().SequenceEqual(other.RrMs.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Person, RrMs.AsSpan().Length);
}
