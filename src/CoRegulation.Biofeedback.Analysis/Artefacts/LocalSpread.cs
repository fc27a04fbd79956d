namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>Robust spread of the last differences between neighbouring normal intervals.</summary>
internal sealed class LocalSpread
{
    private const int Capacity = 64;

    private readonly double[] _inOrder = new double[Capacity];
    private readonly double[] _sorted = new double[Capacity];
    private int _next;

    /// <summary>Differences known, at most 64.</summary>
    public int Count { get; private set; }

    /// <summary>Standard deviation of a normal distribution with the same upper quartile of absolute differences, ms. It follows the lively
    /// part of a breath better than the median does, and steps of 1/128 s do not hide it.</summary>
    public double ValueMs => _sorted[Count * 3 / 4] / 1.1503;

    public void Add(double differenceMs)
    {
        if (Count == Capacity)
        {
            var gone = Array.BinarySearch(_sorted, _inOrder[_next]);
            Array.Copy(_sorted, gone + 1, _sorted, gone, --Count - gone);
        }

        var at = Array.BinarySearch(_sorted, 0, Count, differenceMs);
        at = at < 0 ? ~at : at;
        Array.Copy(_sorted, at, _sorted, at + 1, Count++ - at);
        _sorted[at] = differenceMs;
        _inOrder[_next] = differenceMs;
        _next = (_next + 1) % Capacity;
    }

    public void Clear() => (Count, _next) = (0, 0);
}
