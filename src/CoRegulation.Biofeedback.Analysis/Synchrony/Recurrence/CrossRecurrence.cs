namespace CoRegulation.Biofeedback.Analysis.Synchrony.Recurrence;

/// <summary>Cross-recurrence quantification: when does B come to a state that A was in, and do they go on alike?</summary>
/// <remarks>Marwan and Kurths (2002), Phys. Lett. A 302, 299; the numbers are those of the R package crqa (Coco and Dale 2014, Front. Psychol. 5, 510,
/// doi:10.3389/fpsyg.2014.00510), whose vertical lines are along B's time too, its plot being transposed.</remarks>
public static class CrossRecurrence
{
    /// <summary>The lines of the cross-recurrence plot.</summary>
    /// <param name="a">n samples of A at 4 Hz without a gap; the first of every second is used, in standard deviations about the mean.</param>
    /// <param name="b">n samples of B.</param>
    /// <param name="options">States, radius and the shortest line.</param>
    /// <returns>The result; null when not one state fits, or when either is constant.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <remarks>O(seconds²), and no plot is kept: every point is compared twice, once for each direction of lines.</remarks>
    public static RecurrenceResult? Compute(ReadOnlySpan<double> a, ReadOnlySpan<double> b, RecurrenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Pair.Check(a, b);
        var (x, y) = (Pair.OnceASecond(a), Pair.OnceASecond(b));
        if (a.Length < options.LeastSamples() || Pair.IsConstant(x) || Pair.IsConstant(y))
            return null;

        var plot = new Plot(Standardised(x), Standardised(y), options);
        var vertical = new LineCounter(plot.States);
        for (var i = 0; i < plot.States; i++)
        {
            for (var j = 0; j < plot.States; j++)
                vertical.Add(plot.IsRecurrent(i, j));
            vertical.End();
        }

        var diagonal = new LineCounter(plot.States);
        for (var lag = 1 - plot.States; lag < plot.States; lag++)
        {
            for (var i = Math.Max(0, -lag); i < plot.States - Math.Max(0, lag); i++)
                diagonal.Add(plot.IsRecurrent(i, i + lag));
            diagonal.End();
        }

        return new(plot.States, vertical.Points, diagonal.From(options.MinLine), vertical.From(options.MinLine));
    }

    private static double[] Standardised(double[] x)
    {
        var mean = x.Sum() / x.Length;
        var squares = 0.0;
        foreach (var value in x)
            squares += (value - mean) * (value - mean);
        var sd = Math.Sqrt(squares / (x.Length - 1));
        return Array.ConvertAll(x, value => (value - mean) / sd);
    }

    private readonly struct Plot(double[] x, double[] y, RecurrenceOptions options)
    {
        private readonly int _dimension = options.Dimension;
        private readonly int _delay = options.DelayS;
        private readonly double _radius = options.Radius;

        public int States { get; } = x.Length - options.SpanS;

        public bool IsRecurrent(int i, int j)
        {
            var squares = 0.0;
            for (var k = 0; k < _dimension; k++)
            {
                var difference = x[i + (k * _delay)] - y[j + (k * _delay)];
                squares += difference * difference;
            }

            return Math.Sqrt(squares) <= _radius;
        }
    }
}
