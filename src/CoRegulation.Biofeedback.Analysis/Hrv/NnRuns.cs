namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>A series of NN intervals as its runs of neighbours: what stands between two breaks (NaN).</summary>
internal readonly ref struct NnRuns
{
    private readonly ReadOnlySpan<double> _nnMs;

    /// <exception cref="ArgumentException">There is no interval, or one is not above 0 or infinite.</exception>
    public NnRuns(ReadOnlySpan<double> nnMs)
    {
        _nnMs = nnMs;
        (MinMs, MaxMs) = (double.PositiveInfinity, 0);
        foreach (var nn in nnMs)
        {
            if (nn is > 0 and <= double.MaxValue)
            {
                MinMs = nn < MinMs ? nn : MinMs;
                MaxMs = nn > MaxMs ? nn : MaxMs;
                Count++;
            }
            else if (!double.IsNaN(nn))
            {
                throw new ArgumentException(string.Create(null, $"An interval of {nn} ms: intervals are above 0 and finite, breaks are NaN."), nameof(nnMs));
            }
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

    public Enumerator GetEnumerator() => new(_nnMs);

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
    public ref struct Enumerator(ReadOnlySpan<double> rest)
    {
        private ReadOnlySpan<double> _rest = rest;

        public ReadOnlySpan<double> Current { get; private set; }

        public bool MoveNext()
        {
            var start = 0;
            while (start < _rest.Length && double.IsNaN(_rest[start]))
                start++;
            var end = start;
            while (end < _rest.Length && !double.IsNaN(_rest[end]))
                end++;

            Current = _rest[start..end];
            _rest = _rest[end..];
            return end > start;
        }
    }
}
