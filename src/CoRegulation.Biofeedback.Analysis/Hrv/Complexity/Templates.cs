using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Complexity;

/// <summary>Takes note of how many templates match one of them.</summary>
internal interface IMatches
{
    /// <summary>Whether each pair is wanted once, and only templates of three intervals, or every template beside every one.</summary>
    static abstract bool PairsOfThree { get; }

    /// <param name="hasThird">Whether the template has a third interval.</param>
    /// <param name="overTwo">Templates that match it over two intervals.</param>
    /// <param name="overThree">Templates that match it over three.</param>
    void Add(bool hasThird, int overTwo, int overThree);
}

/// <summary>Which stretches of two or three neighbouring intervals are alike: what both entropies count.</summary>
/// <remarks>Two intervals match when |a - b| &lt;= r in double precision. That rule is applied once, between the distinct values in their order:
/// it turns into a span of ranks for each value. From there on everything is exact in whole numbers, and where 16 bits hold the ranks,
/// sixteen pairs are compared at a time. Templates stand sorted by their first value, so that only those within r of it are looked at.
/// O(n) memory; O(n²) time at worst, with a small factor.</remarks>
internal static class Templates
{
    /// <summary>Counts the matches of every template within the runs.</summary>
    /// <param name="runs">The intervals.</param>
    /// <param name="toleranceMs">r, ms; not below 0.</param>
    /// <param name="matches">Told of every template, in order of first values.</param>
    /// <typeparam name="TMatches">What is wanted.</typeparam>
    public static void Match<TMatches>(NnRuns runs, double toleranceMs, ref TMatches matches)
        where TMatches : struct, IMatches
    {
        using var rankMemory = new Rented<int>(runs.Count);
        using var valueMemory = new Rented<double>(runs.Count);
        var distinct = Rank(runs, valueMemory.Span, rankMemory.Span);
        var values = valueMemory.Span[..distinct];
        if (distinct < ushort.MaxValue)
            Count<ushort, TMatches>(runs, rankMemory.Span, values, toleranceMs, ref matches);
        else
            Count<uint, TMatches>(runs, rankMemory.Span, values, toleranceMs, ref matches);
    }

    /// <summary>The distinct values in order, and the rank of each interval among them.</summary>
    private static int Rank(NnRuns runs, Span<double> values, Span<int> ranks)
    {
        using var orderMemory = new Rented<int>(runs.Count);
        var order = orderMemory.Span;
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        runs.CopyTo(values);
        values.Sort(order);

        var distinct = 0;
        for (var k = 0; k < order.Length; k++)
        {
            if (k is 0 || values[k] > values[distinct - 1])
                values[distinct++] = values[k];
            ranks[order[k]] = distinct - 1;
        }

        return distinct;
    }

    private static void Count<T, TMatches>(NnRuns runs, ReadOnlySpan<int> ranks, ReadOnlySpan<double> values, double toleranceMs, ref TMatches matches)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
        where TMatches : struct, IMatches
    {
        using var lowestMemory = new Rented<int>(values.Length);
        using var highestMemory = new Rented<int>(values.Length);
        var lowest = lowestMemory.Span;
        var highest = highestMemory.Span;
        Spans(values, toleranceMs, lowest, highest);

        // Where the templates of each first value begin, and by that order the second and third ranks.
        using var startMemory = new Rented<int>(values.Length + 1);
        using var secondMemory = new Rented<T>(runs.Count);
        using var thirdMemory = new Rented<T>(runs.Count);
        var start = startMemory.Span;
        var count = Arrange(runs, ranks, TMatches.PairsOfThree, start, secondMemory.Span, thirdMemory.Span);
        ReadOnlySpan<T> second = secondMemory.Span[..count];
        ReadOnlySpan<T> third = thirdMemory.Span[..count];

        for (var rank = 0; rank < values.Length; rank++)
        {
            var (from, to) = (start[lowest[rank]], start[highest[rank] + 1]);
            for (var i = start[rank]; i < start[rank + 1]; i++)
            {
                var first = TMatches.PairsOfThree ? i + 1 : from;
                var hasThird = third[i] != T.MaxValue;
                var secondRank = int.CreateTruncating(second[i]);
                var thirdRank = hasThird ? int.CreateTruncating(third[i]) : 0;
                var (overTwo, overThree) = Within(
                    second[first..to],
                    third[first..to],
                    T.CreateTruncating(lowest[secondRank]),
                    T.CreateTruncating(highest[secondRank]),
                    T.CreateTruncating(lowest[thirdRank]),
                    T.CreateTruncating(highest[thirdRank]));
                matches.Add(hasThird, overTwo, overThree);
            }
        }
    }

    /// <summary>For each value the lowest and the highest rank within the tolerance; the rounded difference grows with the distance.</summary>
    private static void Spans(ReadOnlySpan<double> values, double toleranceMs, Span<int> lowest, Span<int> highest)
    {
        var (low, high) = (0, 0);
        for (var rank = 0; rank < values.Length; rank++)
        {
            while (!(Math.Abs(values[rank] - values[low]) <= toleranceMs))
                low++;
            high = Math.Max(high, rank);
            while (high + 1 < values.Length && Math.Abs(values[high + 1] - values[rank]) <= toleranceMs)
                high++;
            (lowest[rank], highest[rank]) = (low, high);
        }
    }

    /// <summary>Sorts the templates by their first rank, those of one rank as they come. What has no third interval has the largest number there.</summary>
    private static int Arrange<T>(NnRuns runs, ReadOnlySpan<int> ranks, bool onlyOfThree, Span<int> start, Span<T> second, Span<T> third)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        start.Clear();
        var after = onlyOfThree ? 2 : 1;
        var offset = 0;
        foreach (var run in runs)
        {
            for (var i = 0; i + after < run.Length; i++)
                start[ranks[offset + i] + 1]++;
            offset += run.Length;
        }

        for (var rank = 1; rank < start.Length; rank++)
            start[rank] += start[rank - 1];

        using var nextMemory = new Rented<int>(start.Length);
        var next = nextMemory.Span;
        start.CopyTo(next);
        offset = 0;
        foreach (var run in runs)
        {
            for (var i = offset; i + after < offset + run.Length; i++)
            {
                var at = next[ranks[i]]++;
                second[at] = T.CreateTruncating(ranks[i + 1]);
                third[at] = i + 2 < offset + run.Length ? T.CreateTruncating(ranks[i + 2]) : T.MaxValue;
            }

            offset += run.Length;
        }

        return start[^1];
    }

    /// <summary>How many of the templates have a second rank within a span, and how many of those a third one too.</summary>
    private static (int OverTwo, int OverThree) Within<T>(
        ReadOnlySpan<T> second, ReadOnlySpan<T> third, T secondLow, T secondHigh, T thirdLow, T thirdHigh)
        where T : unmanaged, IBinaryInteger<T>
    {
        var (overTwo, overThree) = (0, 0);
        var secondLanes = MemoryMarshal.Cast<T, Vector256<T>>(second);
        var thirdLanes = MemoryMarshal.Cast<T, Vector256<T>>(third);
        var (lowTwo, widthTwo) = (Vector256.Create(secondLow), Vector256.Create(secondHigh - secondLow));
        var (lowThree, widthThree) = (Vector256.Create(thirdLow), Vector256.Create(thirdHigh - thirdLow));

        // As much as a lane of 16 bits can count.
        const int Most = ushort.MaxValue;
        for (var begin = 0; begin < secondLanes.Length; begin += Most)
        {
            var (two, three) = (Vector256<T>.Zero, Vector256<T>.Zero);
            var end = Math.Min(secondLanes.Length, begin + Most);
            for (var k = begin; k < end; k++)
            {
                // In unsigned numbers a rank below the span wraps to one far above it. A match is all ones: minus one.
                var isTwo = Vector256.LessThanOrEqual(secondLanes[k] - lowTwo, widthTwo);
                two -= isTwo;
                three -= isTwo & Vector256.LessThanOrEqual(thirdLanes[k] - lowThree, widthThree);
            }

            overTwo += Total(two);
            overThree += Total(three);
        }

        for (var k = secondLanes.Length * Vector256<T>.Count; k < second.Length; k++)
        {
            var isTwo = second[k] - secondLow <= secondHigh - secondLow;
            overTwo += isTwo ? 1 : 0;
            overThree += isTwo && third[k] - thirdLow <= thirdHigh - thirdLow ? 1 : 0;
        }

        return (overTwo, overThree);
    }

    private static int Total<T>(Vector256<T> counts)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (typeof(T) == typeof(uint))
            return (int)Vector256.Sum(counts.AsUInt32());

        var (lower, upper) = Vector256.Widen(counts.AsUInt16());
        return (int)Vector256.Sum(lower + upper);
    }
}
