namespace CoRegulation.Biofeedback.Analysis.Statistics;

/// <summary>The last samples of a series, kept sorted, for medians that slide. A missing sample (NaN) takes its place in time only.</summary>
/// <remarks>A new sample costs a binary search and a move of memory, a median O(1), a median deviation O(log n).</remarks>
internal sealed class SortedWindow
{
    private readonly int _capacity;
    private double[] _inOrder;
    private double[] _sorted;
    private int _oldest;

    /// <param name="capacity">Most samples kept; memory grows up to it only as far as it is used.</param>
    public SortedWindow(int capacity)
    {
        _capacity = capacity;
        _inOrder = new double[Math.Min(capacity, 512)];
        _sorted = new double[_inOrder.Length];
    }

    /// <summary>Samples in the window, missing ones among them.</summary>
    public int Count { get; private set; }

    /// <summary>Samples in the window that have a value.</summary>
    public int Finite { get; private set; }

    /// <summary>Whether the window holds as many samples as it may.</summary>
    public bool IsFull => Count == _capacity;

    /// <summary>The middle value, the mean of the two middle ones for an even number; NaN when there is none.</summary>
    public double Median => Finite is 0 ? double.NaN : (_sorted[(Finite - 1) / 2] + _sorted[Finite / 2]) / 2;

    /// <summary>The value at a share of the way up, linear between neighbours (type 7); NaN when there is none.</summary>
    /// <param name="share">From 0, the smallest, to 1, the largest.</param>
    public double Quantile(double share)
    {
        if (Finite is 0)
            return double.NaN;

        var at = share * (Finite - 1);
        var below = (int)at;
        var low = _sorted[below];
        return below == Finite - 1 ? low : low + ((at - below) * (_sorted[below + 1] - low));
    }

    /// <summary>Adds a sample, letting go of the oldest when the window is full.</summary>
    public void Add(double value)
    {
        if (Count == _capacity)
            RemoveOldest();
        else if (Count == _inOrder.Length)
            Grow();

        _inOrder[(_oldest + Count++) % _inOrder.Length] = value;
        if (double.IsNaN(value))
            return;

        var at = Position(value);
        Array.Copy(_sorted, at, _sorted, at + 1, Finite++ - at);
        _sorted[at] = value;
    }

    /// <summary>Lets go of all samples.</summary>
    public void Clear() => (Count, Finite, _oldest) = (0, 0, 0);

    /// <summary>Median of the distances from the median (MAD, without a factor); NaN when there is none.</summary>
    public double MedianDeviation()
    {
        if (Finite is 0)
            return double.NaN;

        var center = Median;
        var lower = DeviationOfRank((Finite - 1) / 2, center);
        return Finite % 2 is 1 ? lower : (lower + DeviationOfRank(Finite / 2, center)) / 2;
    }

    /// <summary>Distances from the centre grow to either side of it, so the one of a rank is found by halving how many of the
    /// nearest values lie below the centre.</summary>
    private double DeviationOfRank(int rank, double center)
    {
        var below = Position(center);
        var wanted = rank + 1;
        var least = Math.Max(0, wanted - (Finite - below));
        var most = Math.Min(wanted, below);
        while (least < most)
        {
            var left = (least + most) / 2;
            var right = wanted - left;
            if (center - _sorted[below - left - 1] < _sorted[below + right - 1] - center)
                least = left + 1;
            else
                most = left;
        }

        var fromBelow = least is 0 ? 0 : center - _sorted[below - least];
        var fromAbove = wanted == least ? 0 : _sorted[below + wanted - least - 1] - center;
        return Math.Max(fromBelow, fromAbove);
    }

    private void RemoveOldest()
    {
        var value = _inOrder[_oldest];
        _oldest = (_oldest + 1) % _inOrder.Length;
        Count--;
        if (double.IsNaN(value))
            return;

        var at = Position(value);
        Array.Copy(_sorted, at + 1, _sorted, at, --Finite - at);
    }

    /// <summary>Index of the first sorted value that is not below the one given.</summary>
    private int Position(double value)
    {
        var (low, high) = (0, Finite);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Grow()
    {
        var length = Math.Min(_capacity, 2 * _inOrder.Length);
        Array.Resize(ref _sorted, length);
        Array.Resize(ref _inOrder, length); // not yet wrapped around: samples leave only at full capacity
    }
}
