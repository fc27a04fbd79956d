using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.People;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Analysis.Synchrony;

namespace CoRegulation.Biofeedback.Analysis.Dyads;

/// <summary>Everything about a pair, from the heart rates of both on the common 4 Hz grid.</summary>
/// <remarks>A sample is used once both people's is known; windows and rows come out the same however the beats were handed over, as
/// long as neither person runs further ahead than the grid remembers. Memory is bounded whatever the length of the session.</remarks>
public sealed class DyadAnalysis
{
    private readonly PersonAnalysis _a;
    private readonly PersonAnalysis _b;
    private readonly AnalysisOptions _options;
    private readonly IDyadObserver? _observer;
    private readonly SynchronyTracker _synchrony;
    private readonly ConvergenceTracker _convergence;
    private SynchronyPeak? _peak;
    private ConvergenceRow? _row;
    private double _firstDistanceS = double.NaN;
    private long _next;

    /// <summary>An analysis of two people.</summary>
    /// <param name="a">Person A.</param>
    /// <param name="b">Person B.</param>
    /// <param name="options">Settings, those of the people too.</param>
    /// <param name="observer">Hears of each window, peak and row; null when nobody listens.</param>
    /// <exception cref="ArgumentNullException">A person or the options are null.</exception>
    public DyadAnalysis(PersonAnalysis a, PersonAnalysis b, AnalysisOptions options, IDyadObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(options);
        (_a, _b, _options, _observer) = (a, b, options, observer);
        _synchrony = new SynchronyTracker(options.Synchrony);
        _convergence = new ConvergenceTracker(options.Convergence);
    }

    /// <summary>Takes the heart-rate samples that both people have come to know.</summary>
    public void Advance()
    {
        var known = Math.Min(_a.HeartRate.Count, _b.HeartRate.Count);
        for (; _next < known; _next++)
        {
            var (a, b) = (_a.HeartRate[_next], _b.HeartRate[_next]);
            if (_synchrony.Add(a, b) is { } found)
            {
                _peak = found.Peak;
                _observer?.OnWindow(found.Window);
                _observer?.OnPeak(found.Peak);
            }

            if (_convergence.Add(_next, a, b, _a.BaselineAt(_next), _b.BaselineAt(_next)) is { } row)
            {
                _row = row;
                if (double.IsNaN(_firstDistanceS) && !double.IsNaN(row.DistanceBpm))
                    _firstDistanceS = row.TimeS;
                _observer?.OnConvergence(row);
            }
        }
    }

    /// <summary>What is known of the pair.</summary>
    /// <param name="nowS">Session time, s; not before the newest beat.</param>
    public DyadReadings Read(double nowS)
    {
        var stale = _a.IsStale(nowS) || _b.IsStale(nowS);
        var peakState = _peak?.State ?? ReadingState.WarmingUp;
        var slope = Read(_row?.SlopeBpmPerMin, SlopeReason());
        return new DyadReadings
        {
            R = Read(_peak?.R, peakState),
            LagS = Read(_peak?.LagS, peakState),
            DistanceBpm = Read(_row?.DistanceBpm, double.IsNaN(_firstDistanceS) ? ReadingState.WarmingUp : ReadingState.NotEnoughData),
            SlopeBpmPerMin = slope,
            Convergence = slope.Value is null ? null : _row?.State,
        };

        Reading Read(double? value, ReadingState reason) =>
            stale ? Reading.Missing(ReadingState.Stale)
            : value is { } number && double.IsFinite(number) ? Reading.Of(number)
            : Reading.Missing(reason);
    }

    private ReadingState SlopeReason() =>
        _row is not { } row || !(row.TimeS - _firstDistanceS >= _options.Convergence.SlopeMinS)
            ? ReadingState.WarmingUp
            : ReadingState.NotEnoughData;
}
