namespace CoRegulation.Biofeedback.Analysis.Statistics;

/// <summary>The last samples of a series, kept sorted, for medians that slide. A missing sample (NaN) takes its place in time only.</summary>
internal sealed class SortedWindow
{
    private readonly int _capacity;
    private readonly SortedValues _sorted = new();
    private double[] _inOrder;
    private int _oldest;

    /// <param name="capacity">Most samples kept; memory grows up to it only as far as it is used.</param>
    public SortedWindow(int capacity)
    {
        _capacity = capacity;
        _inOrder = new double[Math.Min(capacity, 512)];
    }

    /// <summary>Samples in the window, missing ones among them.</summary>
    public int Count { get; private set; }

    /// <summary>Samples in the window that have a value.</summary>
    public int Finite => _sorted.Count;

    /// <summary>Whether the window holds as many samples as it may.</summary>
    public bool IsFull => Count == _capacity;

    /// <summary>The middle value, the mean of the two middle ones for an even number; NaN when there is none.</summary>
    public double Median => _sorted.Median;

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
            Array.Resize(ref _inOrder, Math.Min(_capacity, 2 * _inOrder.Length)); // not yet wrapped around: samples leave only at full capacity

        _inOrder[(_oldest + Count++) % _inOrder.Length] = value;
        if (!double.IsNaN(value))
            _sorted.Add(value);
    }

    /// <summary>Lets go of all samples.</summary>
    public void Clear()
    {
        (Count, _oldest) = (0, 0);
        _sorted.Clear();
    }

    /// <summary>Median of the distances from the median (MAD, without a factor); NaN when there is none.</summary>
    public double MedianDeviation() => _sorted.MedianDeviation();

    private void RemoveOldest()
    {
        var value = _inOrder[_oldest];
        _oldest = (_oldest + 1) % _inOrder.Length;
        Count--;
        if (!double.IsNaN(value))
            _sorted.Remove(value);
    }
}
