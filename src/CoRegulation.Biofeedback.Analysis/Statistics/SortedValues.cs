namespace CoRegulation.Biofeedback.Analysis.Statistics;

/// <summary>Numbers that come and go, kept sorted, for medians and percentiles that slide.</summary>
/// <remarks>To come or go costs a binary search and a move of memory (a fraction of a microsecond up to thousands of values), a median or a
/// percentile O(1), a median deviation O(log n).</remarks>
internal sealed class SortedValues
{
    private double[] _sorted = new double[16];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The value of a rank, 0 being the smallest.</summary>
    public double this[int rank] => _sorted[rank];

    /// <summary>The middle value, the mean of the two middle ones for an even number; NaN when there is none.</summary>
    public double Median => Count is 0 ? double.NaN : (_sorted[(Count - 1) / 2] + _sorted[Count / 2]) / 2;

    /// <summary>One more value.</summary>
    /// <param name="value">Not NaN.</param>
    public void Add(double value)
    {
        if (Count == _sorted.Length)
            Array.Resize(ref _sorted, 2 * _sorted.Length);
        var at = Position(value);
        Array.Copy(_sorted, at, _sorted, at + 1, Count++ - at);
        _sorted[at] = value;
    }

    /// <summary>Lets go of a value that is there.</summary>
    public void Remove(double value)
    {
        var at = Position(value);
        Array.Copy(_sorted, at + 1, _sorted, at, --Count - at);
    }

    /// <summary>Lets go of all.</summary>
    public void Clear() => Count = 0;

    /// <summary>Percentile of type 7: linear between neighbours, at position (n - 1) p; NaN when there is none.</summary>
    /// <param name="p">From 0 to 1.</param>
    public double Quantile(double p)
    {
        if (Count is 0)
            return double.NaN;

        var position = (Count - 1) * p;
        var below = (int)position;
        var above = Math.Min(below + 1, Count - 1);
        return _sorted[below] + ((position - below) * (_sorted[above] - _sorted[below]));
    }

    /// <summary>Median of the distances from the median (MAD, without a factor); NaN when there is none.</summary>
    public double MedianDeviation()
    {
        if (Count is 0)
            return double.NaN;

        var center = Median;
        var lower = DeviationOfRank((Count - 1) / 2, center);
        return Count % 2 is 1 ? lower : (lower + DeviationOfRank(Count / 2, center)) / 2;
    }

    /// <summary>Distances from the centre grow to either side of it, so the one of a rank is found by halving how many of the
    /// nearest values lie below the centre.</summary>
    private double DeviationOfRank(int rank, double center)
    {
        var below = Position(center);
        var wanted = rank + 1;
        var least = Math.Max(0, wanted - (Count - below));
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

    /// <summary>Rank of the first value that is not below the one given.</summary>
    private int Position(double value)
    {
        var (low, high) = (0, Count);
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
}
