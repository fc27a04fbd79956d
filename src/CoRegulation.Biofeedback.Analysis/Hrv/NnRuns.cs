using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>A series of NN intervals as its runs of neighbours: what stands between two breaks (NaN).</summary>
internal readonly ref struct NnRuns
{
    private readonly ReadOnlySpan<double> _nnMs;

    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    public NnRuns(ReadOnlySpan<double> nnMs)
    {
        _nnMs = nnMs;
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(nnMs);
        var (shortest, longest) = (Vector256.Create(double.PositiveInfinity), Vector256<double>.Zero);
        var count = Vector256<long>.Zero;
        var checkedAll = true;
        foreach (var nn in lanes)
        {
            // Nothing compares with NaN, so that a break changes nothing; and a number that is no interval has no comparison that holds here.
            var isInterval = Vector256.GreaterThan(nn, Vector256<double>.Zero) & Vector256.LessThan(nn, Vector256.Create(double.PositiveInfinity));
            checkedAll &= Vector256.EqualsAll(isInterval.AsInt64() | ~Vector256.Equals(nn, nn).AsInt64(), Vector256<long>.AllBitsSet);
            count -= isInterval.AsInt64();
            shortest = Vector256.ConditionalSelect(Vector256.LessThan(nn, shortest), nn, shortest);
            longest = Vector256.ConditionalSelect(Vector256.GreaterThan(nn, longest), nn, longest);
        }

        // What is refused is named by the loop below.
        var looked = checkedAll ? lanes.Length * Vector256<double>.Count : 0;
        (Count, MinMs, MaxMs) = (checkedAll ? (int)Vector256.Sum(count) : 0, double.PositiveInfinity, 0);
        for (var lane = 0; lane < Vector256<double>.Count; lane++)
            (MinMs, MaxMs) = (Math.Min(MinMs, shortest[lane]), Math.Max(MaxMs, longest[lane]));

        foreach (var nn in nnMs[looked..])
        {
            if (double.IsNaN(nn))
                continue;
            if (nn is <= 0 or double.PositiveInfinity)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"An interval of {nn} ms: intervals are above 0 and finite, breaks are NaN."), nameof(nnMs));
            (Count, MinMs, MaxMs) = (Count + 1, Math.Min(MinMs, nn), Math.Max(MaxMs, nn));
        }

        if (Count is 0)
            throw new ArgumentException("There is no interval.", nameof(nnMs));
    }

    /// <summary>Number of intervals.</summary>
    public int Count { get; }

    /// <summary>Shortest interval, ms.</summary>
    public double MinMs { get; }

    /// <summary>Longest interval, ms.</summary>
    public double MaxMs { get; }

    public Enumerator GetEnumerator() => new(_nnMs, Count == _nnMs.Length);

    /// <summary>All intervals, one run after the other, without the breaks.</summary>
    /// <param name="intervalsMs">As long as there are intervals.</param>
    public void CopyTo(Span<double> intervalsMs)
    {
        foreach (var run in this)
        {
            run.CopyTo(intervalsMs);
            intervalsMs = intervalsMs[run.Length..];
        }
    }

    /// <summary>The runs, oldest first; none is empty.</summary>
    public ref struct Enumerator(ReadOnlySpan<double> rest, bool isOneRun)
    {
        private ReadOnlySpan<double> _rest = rest;

        public ReadOnlySpan<double> Current { get; private set; }

        public bool MoveNext()
        {
            var (start, end) = (0, isOneRun ? _rest.Length : 0);
            if (!isOneRun)
            {
                while (start < _rest.Length && double.IsNaN(_rest[start]))
                    start++;
                end = start;
                while (end < _rest.Length && !double.IsNaN(_rest[end]))
                    end++;
            }

            Current = _rest[start..end];
            _rest = _rest[end..];
            return end > start;
        }
    }
}
