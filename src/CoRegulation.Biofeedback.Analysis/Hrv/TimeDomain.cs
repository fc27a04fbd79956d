using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>Time-domain heart-rate variability of a run of NN intervals.</summary>
public static class TimeDomain
{
    internal const double MadToSd = 1.4826;

    /// <summary>All time-domain measures at once.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break: no difference is taken across it.</param>
    /// <returns>The measures; those that need two intervals, or two differences, are NaN with fewer.</returns>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    /// <remarks>Task Force of ESC and NASPE (1996), Circulation 93(5), 1043. Variances are two-pass and divided by
    /// n - 1; percentiles are of type 7 (linear, position (n - 1) p). O(n).</remarks>
    public static TimeDomainMeasures Compute(ReadOnlySpan<double> nnMs)
    {
        var runs = new NnRuns(nnMs);
        var sums = new Sums(runs);

        using var intervalMemory = new Rented<double>(runs.Count);
        using var distanceMemory = new Rented<double>(runs.Count);
        var intervals = intervalMemory.Span;
        var distances = distanceMemory.Span;
        runs.CopyTo(intervals);
        Span<double> quantiles = stackalloc double[5];
        OrderStatistics.Quantiles(intervals, [0.2, 0.25, 0.5, 0.75, 0.8], quantiles);
        Distances(intervals, quantiles[2], distances);

        return new TimeDomainMeasures
        {
            Count = runs.Count,
            MeanNnMs = sums.Nn.Mean,
            SdnnMs = sums.Nn.Sd,
            RmssdMs = Math.Sqrt(sums.SquaredChange / sums.Change.Count),
            SdsdMs = sums.Change.Sd,
            Nn50 = sums.Nn50,
            Nn20 = sums.Nn20,
            Pnn50Percent = 100.0 * sums.Nn50 / sums.Change.Count,
            Pnn20Percent = 100.0 * sums.Nn20 / sums.Change.Count,
            MeanHrBpm = sums.Bpm.Mean,
            SdHrBpm = sums.Bpm.Sd,
            MinNnMs = runs.MinMs,
            MaxNnMs = runs.MaxMs,
            MedianNnMs = quantiles[2],
            MadNnMs = MadToSd * OrderStatistics.Quantile(distances, 0.5),
            Percentile20NnMs = quantiles[0],
            Percentile80NnMs = quantiles[4],
            IqrNnMs = quantiles[3] - quantiles[1],
        };
    }

    private static void Distances(ReadOnlySpan<double> intervals, double centerMs, Span<double> distances)
    {
        var from = MemoryMarshal.Cast<double, Vector256<double>>(intervals);
        var to = MemoryMarshal.Cast<double, Vector256<double>>(distances);
        for (var k = 0; k < from.Length; k++)
            to[k] = Vector256.Abs(from[k] - Vector256.Create(centerMs));
        for (var i = 4 * from.Length; i < intervals.Length; i++)
            distances[i] = Math.Abs(intervals[i] - centerMs);
    }

    /// <summary>What is summed over the intervals, a block at a time: in two passes, but the memory is read once.</summary>
    private readonly ref struct Sums
    {
        private const int BlockLength = 512;

        public Sums(NnRuns runs)
        {
            Span<double> block = stackalloc double[BlockLength];
            foreach (var run in runs)
            {
                for (var start = 0; start < run.Length; start += BlockLength)
                {
                    var intervals = run[start..Math.Min(start + BlockLength, run.Length)];
                    Nn = RunningMoments.Join(Nn, Moments.Of(intervals));
                    Rates(intervals, block);
                    Bpm = RunningMoments.Join(Bpm, Moments.Of(block[..intervals.Length]));

                    var later = run[Math.Max(1, start)..(start + intervals.Length)];
                    Differences(later, run[Math.Max(0, start - 1)..], block);
                    var differences = block[..later.Length];
                    Change = RunningMoments.Join(Change, Moments.Of(differences));
                    SquaredChange += Moments.SumOfSquares(differences, 0);
                    Nn50 += CountAbove(differences, 50);
                    Nn20 += CountAbove(differences, 20);
                }
            }
        }

        public RunningMoments Nn { get; }

        public RunningMoments Bpm { get; }

        public RunningMoments Change { get; }

        public double SquaredChange { get; }

        public int Nn50 { get; }

        public int Nn20 { get; }

        private static void Differences(ReadOnlySpan<double> later, ReadOnlySpan<double> earlier, Span<double> differences)
        {
            var of = MemoryMarshal.Cast<double, Vector256<double>>(later);
            var from = MemoryMarshal.Cast<double, Vector256<double>>(earlier);
            var to = MemoryMarshal.Cast<double, Vector256<double>>(differences);
            for (var k = 0; k < of.Length; k++)
                to[k] = of[k] - from[k];
            for (var i = 4 * of.Length; i < later.Length; i++)
                differences[i] = later[i] - earlier[i];
        }

        private static void Rates(ReadOnlySpan<double> intervals, Span<double> bpm)
        {
            var from = MemoryMarshal.Cast<double, Vector256<double>>(intervals);
            var to = MemoryMarshal.Cast<double, Vector256<double>>(bpm);
            for (var k = 0; k < from.Length; k++)
                to[k] = Vector256.Create(60_000.0) / from[k];
            for (var i = 4 * from.Length; i < intervals.Length; i++)
                bpm[i] = 60_000 / intervals[i];
        }

        private static int CountAbove(ReadOnlySpan<double> differences, double limitMs)
        {
            var lanes = MemoryMarshal.Cast<double, Vector256<double>>(differences);
            var above = Vector256<long>.Zero;
            foreach (var lane in lanes)
                above -= Vector256.GreaterThan(Vector256.Abs(lane), Vector256.Create(limitMs)).AsInt64();

            var count = (int)Vector256.Sum(above);
            foreach (var difference in differences[(4 * lanes.Length)..])
                count += Math.Abs(difference) > limitMs ? 1 : 0;
            return count;
        }
    }
}
