using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>Distance and slope, a row a second, from the two heart rates in order.</summary>
internal sealed class ConvergenceTracker
{
    private readonly ConvergenceOptions _options;
    private readonly SortedWindow _a;
    private readonly SortedWindow _b;
    private readonly double[] _distances;
    private readonly double[] _points;
    private readonly double[] _slopes;
    private readonly int _pointSeconds;
    private readonly int _minPoints;
    private long _rows;
    private ConvergenceState _state;

    public ConvergenceTracker(ConvergenceOptions options)
    {
        _options = options;
        _a = new(options.SmoothingSamples);
        _b = new(options.SmoothingSamples);
        _pointSeconds = options.SlopePointS;
        _points = new double[((int)options.SlopeS / _pointSeconds) + 1];
        _distances = new double[((_points.Length - 1) * _pointSeconds) + 1];
        Array.Fill(_distances, double.NaN);
        _slopes = new double[TheilSen.Pairs(_points.Length)];
        _minPoints = (int)Math.Ceiling(options.SlopeMinS / _pointSeconds);
    }

    /// <summary>Takes the heart rates at index/4 s, bpm or NaN, with the baselines known by then.</summary>
    /// <returns>A row on every whole second.</returns>
    public ConvergenceRow? Add(long index, double aBpm, double bBpm, Baseline? aBaseline, Baseline? bBaseline)
    {
        _a.Add(aBpm);
        _b.Add(bBpm);
        if (index % HeartRateGrid.SamplesPerSecond is not 0)
            return null;

        var (a, b) = (Level(_a), Level(_b));
        var distance = Math.Abs(a - b);
        _distances[_rows++ % _distances.Length] = distance;

        var slope = Slope();
        return new ConvergenceRow(
            index / (double)HeartRateGrid.SamplesPerSecond,
            distance,
            aBaseline?.DistanceSd(a) ?? double.NaN,
            bBaseline?.DistanceSd(b) ?? double.NaN,
            slope,
            Word(slope));
    }

    private double Level(SortedWindow window) => 2 * window.Finite >= _options.SmoothingSamples ? window.Median : double.NaN;

    private double Slope()
    {
        var valid = 0;
        for (var i = 0; i < _points.Length; i++)
        {
            var row = _rows - 1 - ((long)(_points.Length - 1 - i) * _pointSeconds);
            _points[i] = row < 0 ? double.NaN : _distances[row % _distances.Length];
            valid += double.IsNaN(_points[i]) ? 0 : 1;
        }

        return valid >= _minPoints && !double.IsNaN(_points[^1])
            ? TheilSen.Slope(_points, _slopes) * 60 / _pointSeconds
            : double.NaN;
    }

    private ConvergenceState? Word(double slope)
    {
        if (double.IsNaN(slope))
        {
            _state = ConvergenceState.Steady;
            return null;
        }

        _state = slope <= -_options.EnterBpmPerMin ? ConvergenceState.Nearing
            : slope >= _options.EnterBpmPerMin ? ConvergenceState.Parting
            : _state is ConvergenceState.Nearing && slope <= -_options.LeaveBpmPerMin ? ConvergenceState.Nearing
            : _state is ConvergenceState.Parting && slope >= _options.LeaveBpmPerMin ? ConvergenceState.Parting
            : ConvergenceState.Steady;
        return _state;
    }
}
