namespace CoRegulation.Biofeedback.Analysis.Hrv.Complexity;

/// <summary>Heart rate fragmentation: how often the heart rate turns from quickening to slowing and back.</summary>
public static class Fragmentation
{
    private const int ShortestLongSegment = 3;
    private const int ShortestAlternation = 3;

    /// <summary>All measures of fragmentation.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break: segments end there, and counts of all runs
    /// are pooled.</param>
    /// <returns>The measures.</returns>
    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    /// <remarks>Costa, Davis and Goldberger (2017), Front. Physiol. 8, 255, doi:10.3389/fphys.2017.00255. A segment is a row of differences of
    /// one sign, its length their number. Two equal neighbours are neither: a turn to or from no change is an inflection, one that goes on
    /// is not, and they belong to no segment, so they count among those not in a long one. O(n).</remarks>
    public static FragmentationMeasures Compute(ReadOnlySpan<double> nnMs)
    {
        var runs = new NnRuns(nnMs);
        var counts = default(Counts);
        foreach (var run in runs)
            counts.Add(run);
        if (!counts.HasThreeNeighbours)
            return new(double.NaN, double.NaN, double.NaN, double.NaN);

        var percent = 100.0 / runs.Count;
        var hasSegments = counts.Segments > 0;
        return new(
            percent * counts.Inflections,
            hasSegments ? (double)counts.Segments / counts.SegmentLengths : double.NaN,
            hasSegments ? percent * (runs.Count - counts.InLongSegments) : double.NaN,
            percent * counts.Alternating);
    }

    private struct Counts
    {
        public bool HasThreeNeighbours { get; private set; }

        public int Inflections { get; private set; }

        public int Segments { get; private set; }

        public int SegmentLengths { get; private set; }

        public int InLongSegments { get; private set; }

        public int Alternating { get; private set; }

        public void Add(ReadOnlySpan<double> run)
        {
            HasThreeNeighbours |= run.Length > 2;
            var (sign, length, alternation, counted) = (0, 0, 0, -1);
            for (var i = 1; i < run.Length; i++)
            {
                var next = run[i].CompareTo(run[i - 1]);
                if (i > 1 && next != sign)
                {
                    Inflections++;
                    EndSegment(sign, length);
                    length = 0;
                }

                if (next * sign >= 0)
                {
                    EndAlternation(alternation, i - 1, ref counted);
                    alternation = 0;
                }

                alternation += next is 0 ? 0 : 1;
                length++;
                sign = next;
            }

            EndSegment(sign, length);
            EndAlternation(alternation, run.Length - 1, ref counted);
        }

        private void EndSegment(int sign, int length)
        {
            if (sign is 0)
                return;
            Segments++;
            SegmentLengths += length;
            InLongSegments += length >= ShortestLongSegment ? length : 0;
        }

        /// <summary>Counts the intervals of a row of differences that alternate; the one at which two rows meet counts once.</summary>
        private void EndAlternation(int differences, int lastInterval, ref int counted)
        {
            if (differences < ShortestAlternation)
                return;
            Alternating += lastInterval - Math.Max(counted, lastInterval - differences - 1);
            counted = lastInterval;
        }
    }
}
