namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>The lower convex hull of points that come in order of x: all lines below all points touch it.</summary>
internal sealed class LowerHull
{
    private readonly List<(double X, double Y)> _corners = [];
    private double _sumX;
    private double _sumY;

    /// <summary>Number of points.</summary>
    public int Count { get; private set; }

    /// <summary>Distance from the first to the last point.</summary>
    public double SpanX => _corners.Count == 0 ? 0 : _corners[^1].X - _corners[0].X;

    /// <summary>Adds a point, O(1) amortised.</summary>
    /// <param name="x">Not below the x before.</param>
    /// <param name="y">Finite.</param>
    public void Add(double x, double y)
    {
        Count++;
        _sumX += x;
        _sumY += y;
        while (_corners.Count > 0 && _corners[^1].X >= x)
        {
            if (_corners[^1].Y <= y)
                return;
            _corners.RemoveAt(_corners.Count - 1);
        }

        while (_corners.Count > 1 && !IsConvex(_corners[^2], _corners[^1], (x, y)))
            _corners.RemoveAt(_corners.Count - 1);
        _corners.Add((x, y));
    }

    /// <summary>Sum of the distances of all points from the highest line of the given slope below them.</summary>
    public double Excess(double slope)
    {
        var lowest = double.PositiveInfinity;
        foreach (var (x, y) in _corners)
            lowest = Math.Min(lowest, y - (slope * x));
        return Count == 0 ? 0 : _sumY - (slope * _sumX) - (Count * lowest);
    }

    private static bool IsConvex((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X)) > 0;
}
