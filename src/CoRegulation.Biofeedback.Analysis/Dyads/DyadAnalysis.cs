using CoRegulation.Biofeedback.Analysis.Anchors;
using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.People;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

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
    private readonly AnchorTracker _anchor;
    private readonly PairPace _pace;
    private readonly LookTracker _looks;
    private SynchronyPeak? _peak;
    private ConvergenceRow? _row;
    private AnchorFinding? _anchorByLevel;
    private (Baseline? A, Baseline? B)? _anchorIsDue;
    private double _firstDistanceS = double.NaN;
    private long _next;

    /// <summary>An analysis of two people.</summary>
    /// <param name="a">Person A.</param>
    /// <param name="b">Person B.</param>
    /// <param name="options">Settings, those of the people too.</param>
    /// <param name="observer">Hears of each window, peak and row; null when nobody listens.</param>
    /// <param name="lookWork">Where looks at synchrony are worked out, and what gives them up; null for a thread of their own.</param>
    /// <exception cref="ArgumentNullException">A person or the options are null.</exception>
    public DyadAnalysis(PersonAnalysis a, PersonAnalysis b, AnalysisOptions options, IDyadObserver? observer = null, TaskFactory? lookWork = null)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(options);
        (_a, _b, _options, _observer) = (a, b, options, observer);
        _synchrony = new SynchronyTracker(options.Synchrony);
        _convergence = new ConvergenceTracker(options.Convergence);
        _anchor = new AnchorTracker(options.Anchor);
        _pace = new PairPace(a, b, options);
        _looks = new LookTracker(options.Looks, options.Significance, lookWork);
    }

    /// <summary>The breathing pacer changes.</summary>
    /// <param name="timeS">When, s; not before an earlier change, nor before a sample that was taken.</param>
    /// <param name="perMin">What it asks for, breaths/min; null when it stops.</param>
    public void ChangePacer(double timeS, double? perMin) => _pace.Change(timeS, perMin);

    /// <summary>A phase of the session begins.</summary>
    /// <param name="timeS">When, s.</param>
    public void BeginPhase(double timeS) => _looks.BeginPhase(timeS);

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

            if (_pace.Take(_next) is > 0 and var late)
                _looks.Forget(late);
            _looks.Add(a, b, _pace.IsPaced);

            if (_anchor.Add(a, b))
                _anchorIsDue = (_a.BaselineAt(_next), _b.BaselineAt(_next));

            if (_convergence.Add(_next, a, b, _a.BaselineAt(_next), _b.BaselineAt(_next)) is { } row)
            {
                _row = row;
                if (double.IsNaN(_firstDistanceS) && !double.IsNaN(row.DistanceBpm))
                    _firstDistanceS = row.TimeS;
                _observer?.OnConvergence(row);
            }
        }
    }

    /// <summary>No more comes: a look at synchrony that was begun is shown with the next reading, whatever its time.</summary>
    public void Finish() => _looks.Finish();

    /// <summary>What is known of the pair. A look at synchrony that is due is waited for.</summary>
    /// <param name="nowS">Session time, s; not before the newest beat, nor before an earlier reading.</param>
    public DyadReadings Read(double nowS)
    {
        _looks.Show(nowS);
        var stale = _a.IsStale(nowS) || _b.IsStale(nowS);
        var paced = _pace.IsPacedNow(nowS);
        var peakState = _peak?.State ?? ReadingState.WarmingUp;
        var slope = Read(_row?.SlopeBpmPerMin, SlopeReason());
        return new DyadReadings
        {
            R = paced ? Reading.Missing(ReadingState.Paced) : Read(_peak?.R, peakState),
            LagS = paced ? Reading.Missing(ReadingState.Paced) : Read(_peak?.LagS, peakState),
            Verdict = Verdict(paced),
            DistanceBpm = Read(_row?.DistanceBpm, double.IsNaN(_firstDistanceS) ? ReadingState.WarmingUp : ReadingState.NotEnoughData),
            SlopeBpmPerMin = slope,
            SlopeLow = Read(_row?.Slope.LowBpmPerMin, SlopeReason()),
            SlopeHigh = Read(_row?.Slope.HighBpmPerMin, SlopeReason()),
            Convergence = slope.Value is null ? null : _row?.State,
            ATrend = slope.Value is null ? null : _row?.ATrend,
            BTrend = slope.Value is null ? null : _row?.BTrend,
            AnchorByLevel = AnchorByLevel(),
        };

        Reading Read(double? value, ReadingState reason) =>
            stale ? Reading.Missing(ReadingState.Stale)
            : value is { } number && double.IsFinite(number) ? Reading.Of(number)
            : Reading.Missing(reason);
    }

    /// <summary>Searched when somebody asks: a whole session is analysed without a reading.</summary>
    private AnchorFinding? AnchorByLevel()
    {
        if (_anchorIsDue is { } baselines)
            (_anchorByLevel, _anchorIsDue) = (_anchor.Find(baselines.A, baselines.B), null);
        return _anchorByLevel;
    }

    private LiveVerdict Verdict(bool paced)
    {
        var state = paced ? VerdictState.Paced : _looks.Last?.Result.BeyondChance switch
        {
            true => VerdictState.BeyondChance,
            false => VerdictState.NotBeyondChance,
            null => _looks.Last is null ? VerdictState.NotYetKnown : VerdictState.Withheld,
        };
        return paced
            ? new() { State = state }
            : new() { State = state, Look = _looks.Last, NextLookS = _looks.NextLookS, NextLookShownS = _looks.NextLookShownS };
    }

    private ReadingState SlopeReason() =>
        _row is not { } row || !(row.TimeS - _firstDistanceS >= _options.Convergence.SlopeMinS)
            ? ReadingState.WarmingUp
            : ReadingState.NotEnoughData;
}
