namespace CoRegulation.Biofeedback.Analysis.Tests;

/// <summary>What work allocates on its own thread. A collection, which tests on other threads cause, counts the unused rest of this thread's
/// buffer as well: up to 8 kB, now and then. What the work itself allocates, it allocates every time; so the least of several rounds is the work's.</summary>
internal static class Allocations
{
    private const int Rounds = 5;

    /// <summary>The least that one of five equal rounds allocated, bytes.</summary>
    /// <param name="items">What the rounds take, in order.</param>
    /// <param name="take">The work for one item.</param>
    public static long Least<T>(ReadOnlySpan<T> items, Action<T> take)
    {
        var least = long.MaxValue;
        var length = items.Length / Rounds;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var item in items.Slice(round * length, length))
                take(item);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
