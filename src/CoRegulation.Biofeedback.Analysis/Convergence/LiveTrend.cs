namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>Trend of a series over the last minutes, from a value a second, and whether it counts as one.</summary>
internal sealed class LiveTrend
{
    private const double Z95 = 1.959964;
    private const double Z80 = 1.281552;

    private readonly ConvergenceOptions _options;
    private readonly int _pointS;
    private readonly int _minPoints;
    private readonly double[] _values;
    private readonly double[] _points;
    private readonly SenFit _fit;
    private long _count;

    public LiveTrend(ConvergenceOptions options)
    {
        _options = options;
        _pointS = options.SlopePointS;
        _minPoints = Math.Max(2, (int)Math.Ceiling(options.SlopeMinS / _pointS));
        _points = new double[(int)options.SlopeS / _pointS];
        _values = new double[((_points.Length - 1) * _pointS) + 1];
        Array.Fill(_values, double.NaN);
        _fit = new SenFit(_points.Length);
    }

    /// <summary>The trend; none while too little is there or the newest value is missing.</summary>
    public Trend Current { get; private set; } = Trend.None;

    /// <summary>-1 or 1 while it falls or rises for certain; 0 while it does not; null while that cannot be told.</summary>
    public int? Word { get; private set; }

    /// <summary>Takes the value of the next second; NaN for a missing one.</summary>
    public void Add(double value)
    {
        _values[_count++ % _values.Length] = value;
        var valid = 0;
        for (var i = 0; i < _points.Length; i++)
        {
            var row = _count - 1 - ((long)(_points.Length - 1 - i) * _pointS);
            _points[i] = row < 0 ? double.NaN : _values[row % _values.Length];
            valid += double.IsNaN(_points[i]) ? 0 : 1;
        }

        if (valid < _minPoints || double.IsNaN(value))
        {
            (Current, Word) = (Trend.None, null);
            return;
        }

        _fit.Fit(_points, _options.LeastAutocorrelation);
        Current = Of(_fit.Interval(Z95));
        Word = Current.HasInterval ? Next() : null;
    }

    // It begins where the 95 % interval excludes 0 and the change is large enough, and lasts until the 80 % interval holds 0 or half of the
    // change is gone, so that the word does not flicker.
    private int Next()
    {
        var changeBpm = Math.Abs(_fit.Slope) * (_points.Length - 1);
        if (Current.Direction is not 0 && changeBpm >= _options.LeastChangeBpm)
            return Current.Direction;
        return Word is -1 or 1 && Of(_fit.Interval(Z80)).Direction == Word && changeBpm >= _options.LeastChangeBpm / 2 ? Word.Value : 0;
    }

    private Trend Of((double Low, double High) limits)
    {
        var perMin = 60.0 / _pointS;
        return new(_fit.Slope * perMin, limits.Low * perMin, limits.High * perMin);
    }
}
