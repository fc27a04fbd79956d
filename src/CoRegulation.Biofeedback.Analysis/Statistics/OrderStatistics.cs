using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoRegulation.Biofeedback.Analysis.Statistics;

/// <summary>Values of given ranks without sorting everything: exact, in linear time whatever the values.</summary>
/// <remarks>The bits of numbers that are not negative are in the order of the numbers. They are counted by their leading bits within the range
/// at hand; only the values that share them with a wanted rank are looked at again, at most seven times. The first time the largest number is
/// added to each, which spreads them evenly over the bits: rounding may make two of them equal, but never swaps them.</remarks>
internal static class OrderStatistics
{
    private const int BucketBits = 11;
    private const int FewEnoughToSort = 256;
    private const int BlockLength = 1024;

    /// <summary>Quantile p at position h = (n - 1) p of the sorted values, linear between neighbours (type 7).</summary>
    /// <param name="values">At least one, finite, none negative; in any order.</param>
    /// <param name="p">From 0 to 1.</param>
    public static double Quantile(ReadOnlySpan<double> values, double p)
    {
        Span<double> quantile = stackalloc double[1];
        Quantiles(values, [p], quantile);
        return quantile[0];
    }

    /// <summary>Several quantiles at once.</summary>
    /// <param name="values">At least one, finite, none negative; in any order.</param>
    /// <param name="p">From 0 to 1, each, in order.</param>
    /// <param name="quantiles">Their values.</param>
    public static void Quantiles(ReadOnlySpan<double> values, ReadOnlySpan<double> p, Span<double> quantiles)
    {
        Span<int> ranks = stackalloc int[2 * p.Length];
        for (var q = 0; q < p.Length; q++)
        {
            ranks[2 * q] = (int)((values.Length - 1) * p[q]);
            ranks[(2 * q) + 1] = Math.Min(ranks[2 * q] + 1, values.Length - 1);
        }

        Span<double> selected = stackalloc double[ranks.Length];
        Select(values, 0, ranks, selected, isFirst: true);
        for (var q = 0; q < p.Length; q++)
        {
            var (lower, upper) = (selected[2 * q], selected[(2 * q) + 1]);
            quantiles[q] = lower + ((((values.Length - 1) * p[q]) - ranks[2 * q]) * (upper - lower));
        }
    }

    /// <summary>The values of given ranks, in order, where so many further values lie before these.</summary>
    private static void Select(ReadOnlySpan<double> values, int before, ReadOnlySpan<int> ranks, Span<double> selected, bool isFirst)
    {
        using var memory = new Rented<double>(values.Length);
        var some = memory.Span;
        if (values.Length <= FewEnoughToSort)
        {
            values.CopyTo(some);
            some.Sort();
            for (var r = 0; r < ranks.Length; r++)
                selected[r] = some[ranks[r] - before];
            return;
        }

        var (lowestValue, highestValue) = Range(values);
        if (lowestValue == highestValue)
        {
            selected.Fill(lowestValue);
            return;
        }

        var offset = isFirst ? highestValue : 0;
        var (leastBits, mostBits) = (Bits(lowestValue + offset), Bits(highestValue + offset));
        var shift = Math.Max(0, BitOperations.Log2((mostBits - leastBits) | 1) + 1 - BucketBits);
        Span<int> counts = stackalloc int[1 << BucketBits];
        counts.Clear();
        foreach (var value in values)
            counts[(int)((Bits(value + offset) - leastBits) >> shift)]++;

        // The buckets that hold wanted ranks: from where to where it reaches, where its values go, and how many stand below it.
        Span<double> least = stackalloc double[ranks.Length];
        Span<double> most = stackalloc double[ranks.Length];
        Span<int> from = stackalloc int[ranks.Length + 1];
        Span<int> next = stackalloc int[ranks.Length];
        Span<int> below = stackalloc int[ranks.Length];
        Span<int> firstRank = stackalloc int[ranks.Length + 1];
        var (wanted, bucket, under) = (0, 0, before);
        for (var r = 0; r < ranks.Length; wanted++)
        {
            while (under + counts[bucket] <= ranks[r])
                under += counts[bucket++];
            (below[wanted], firstRank[wanted]) = (under, r);
            var bits = leastBits + ((ulong)bucket << shift);
            least[wanted] = BitConverter.UInt64BitsToDouble(bits);
            most[wanted] = BitConverter.UInt64BitsToDouble(Math.Min(mostBits, bits + (1UL << shift) - 1));
            from[wanted + 1] = from[wanted] + counts[bucket];
            while (r < ranks.Length && ranks[r] < under + counts[bucket])
                r++;
            firstRank[wanted + 1] = r;
        }

        from[..wanted].CopyTo(next);
        for (var start = 0; start < values.Length; start += BlockLength)
        {
            var block = values[start..Math.Min(start + BlockLength, values.Length)];
            for (var w = 0; w < wanted; w++)
                next[w] += Gather(block, offset, least[w], most[w], some[next[w]..from[w + 1]]);
        }

        for (var w = 0; w < wanted; w++)
        {
            var theirs = firstRank[w]..firstRank[w + 1];
            Select(some[from[w]..from[w + 1]], below[w], ranks[theirs], selected[theirs], isFirst: false);
        }
    }

    private static ulong Bits(double value) => BitConverter.DoubleToUInt64Bits(value);

    /// <summary>Gathers the values that lie within a bucket, and tells how many they are.</summary>
    private static int Gather(ReadOnlySpan<double> values, double offset, double least, double most, Span<double> gathered)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var (offsets, from, to) = (Vector256.Create(offset), Vector256.Create(least), Vector256.Create(most));
        var count = 0;
        for (var k = 0; k < lanes.Length; k++)
        {
            var shifted = lanes[k] + offsets;
            var within = Vector256.GreaterThanOrEqual(shifted, from) & Vector256.LessThanOrEqual(shifted, to);
            for (var left = within.ExtractMostSignificantBits(); left != 0; left &= left - 1)
                gathered[count++] = values[(k * Vector256<double>.Count) + BitOperations.TrailingZeroCount(left)];
        }

        foreach (var value in values[(lanes.Length * Vector256<double>.Count)..])
        {
            if (value + offset >= least && value + offset <= most)
                gathered[count++] = value;
        }

        return count;
    }

    private static (double Lowest, double Highest) Range(ReadOnlySpan<double> values)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var (least, most) = (Vector256.Create(values[0]), Vector256.Create(values[0]));
        foreach (var lane in lanes)
            (least, most) = (Vector256.Min(least, lane), Vector256.Max(most, lane));
        for (var i = lanes.Length * Vector256<double>.Count; i < values.Length; i++)
            (least, most) = (Vector256.Min(least, Vector256.Create(values[i])), Vector256.Max(most, Vector256.Create(values[i])));

        var (lowest, highest) = (values[0], values[0]);
        for (var lane = 0; lane < Vector256<double>.Count; lane++)
            (lowest, highest) = (Math.Min(lowest, least[lane]), Math.Max(highest, most[lane]));
        return (lowest, highest);
    }
}
