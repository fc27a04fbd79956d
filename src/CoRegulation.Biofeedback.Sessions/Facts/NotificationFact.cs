using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>One Bluetooth message of a person's strap, undecoded (kind <c>notification</c>).</summary>
/// <param name="TimeS">Arrival, s.</param>
/// <param name="Person">Whose strap: A or B.</param>
/// <param name="Bytes">The message.</param>
public sealed record NotificationFact(double TimeS, string Person, ImmutableArray<byte> Bytes) : Fact(TimeS)
{
    /// <summary>Whether time, person and every byte are the same.</summary>
    /// <param name="other">The other fact.</param>
    public bool Equals(NotificationFact? other) =>
        base.Equals(other) && Person == other.Person && Bytes.AsSpan().SequenceEqual(other.Bytes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Person, Bytes.AsSpan().Length);
}
