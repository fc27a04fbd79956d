using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Lines that stand at the end of one part and at the beginning of the next: of those that were not known to be on the disk when it failed,
/// the writer repeats all in the next part, and some may be on it nevertheless.</summary>
internal static class RepeatedLines
{
    /// <summary>Leaves each of them in one of the parts, the later one. Parts that only cover the same time stay as they are.</summary>
    /// <returns>Whether the repetition was not line for line: either part lacks some.</returns>
    public static bool Join(PartFile before, PartFile part)
    {
        var startS = part.Header.PartStartS;
        if (before.Facts.Count == 0 || part.Facts.Count == 0 || startS > before.Facts[^1].TimeS)
            return false;

        var from = before.Facts.FindIndex(fact => fact.TimeS >= startS);
        if (FindExact(before.Facts, part.Facts, from, startS) is { } exact)
        {
            before.Facts.RemoveRange(exact, before.Facts.Count - exact);
            return false;
        }

        var tail = before.Facts[from..];
        var missing = Without(tail, part.Facts);
        if (missing.Count == tail.Count)
            return false;
        if (missing.Count > 0)
        {
            // The later part lacks some. What only it has must come after them, else these are not the same lines.
            var rest = Without(part.Facts, tail);
            if (rest.Count > 0 && rest[0].TimeS < tail[^1].TimeS)
                return false;
            part.Facts.Clear();
            part.Facts.AddRange([.. tail, .. rest]);
        }

        before.Facts.RemoveRange(from, tail.Count);
        return true;
    }

    // Lines of the very instant at which the later part starts may have been safe on the disk, and are not repeated.
    private static int? FindExact(List<Fact> before, List<Fact> part, int from, double startS)
    {
        for (; from < before.Count && (from == 0 || before[from - 1].TimeS <= startS); from++)
        {
            var repeated = before.Count - from;
            if (repeated <= part.Count && before.Skip(from).SequenceEqual(part.Take(repeated)))
                return from;
        }

        return null;
    }

    // Equal lines are counted: two in the one and one in the other leave one.
    private static List<Fact> Without(List<Fact> facts, List<Fact> others)
    {
        var left = others.CountBy(fact => fact).ToDictionary();
        return facts.FindAll(fact => left.GetValueOrDefault(fact) == 0 || --left[fact] < 0);
    }
}
