using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>The newest intervals of one strap, by which it is known again: no two hearts beat alike for long, and a strap has one name for each radio
/// that reaches it, so that one could be chosen for both people.</summary>
/// <param name="RrMs">The intervals, ms, oldest first.</param>
public sealed record BeatTrail(ImmutableArray<double> RrMs)
{
    private const int Longest = 24;

    // One radio may be some messages behind the other.
    private const int FarthestBehind = Longest - EnoughBeats;

    private const int EnoughBeats = 12;

    // A heart that is paced beats so evenly that another one could beat like it.
    private const int EnoughValues = 4;

    /// <summary>No beat yet.</summary>
    public static readonly BeatTrail Empty = new([]);

    /// <summary>The trail after more intervals.</summary>
    public BeatTrail Add(ImmutableArray<double> rrMs)
    {
        var all = RrMs.AddRange(rrMs);
        return rrMs.IsEmpty ? this : new(all.RemoveRange(0, Math.Max(0, all.Length - Longest)));
    }

    /// <summary>Whether both are surely of one heart: the newest twelve intervals of one, of four values at least, are in the other.</summary>
    public bool IsOneHeart(BeatTrail other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return EndsWithin(other) || other.EndsWithin(this);
    }

    private bool EndsWithin(BeatTrail other)
    {
        var newest = RrMs.AsSpan()[Math.Max(0, RrMs.Length - EnoughBeats)..];
        if (newest.Length < EnoughBeats || newest.ToArray().Distinct().Count() < EnoughValues)
            return false;
        for (var behind = 0; behind <= Math.Min(FarthestBehind, other.RrMs.Length - EnoughBeats); behind++)
        {
            if (newest.SequenceEqual(other.RrMs.AsSpan().Slice(other.RrMs.Length - EnoughBeats - behind, EnoughBeats)))
                return true;
        }

        return false;
    }
}
