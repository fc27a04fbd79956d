using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Breathing;

/// <summary>Breathing as beats come in, renewed on a schedule; live and over a whole session alike.</summary>
/// <remarks>A window never reaches across a gap: a run goes on while each interval begins where the one before ended. Memory is bounded and nothing
/// is allocated beat by beat.</remarks>
public sealed class BreathingTracker
{
    private readonly BreathingOptions _options;
    private readonly BreathingEstimator _estimator;
    private readonly List<double> _runMs = [];
    private readonly Queue<(double TimeS, bool IsCorrected)> _rows = new();
    private int _corrected;
    private int _segment = -1;
    private double _runS;
    private double _runEndS = double.NaN;
    private double _brokenS = double.NaN;
    private double _dueS = double.NegativeInfinity;

    /// <summary>A tracker that has seen nothing yet.</summary>
    /// <param name="options">Settings; the defaults when null.</param>
    public BreathingTracker(BreathingOptions? options = null)
    {
        _options = options ?? new();
        _estimator = new(_options);
    }

    /// <summary>What the breathing pacer asks for from now on, breaths/min; NaN while there is none.</summary>
    public double PacedPerMin { get; set; } = double.NaN;

    /// <summary>The newest estimate.</summary>
    public BreathingEstimate Current { get; private set; } = BreathingEstimate.Withheld(BreathingDoubt.TooShort);

    /// <summary>The end of its window, s since session start; NaN before the first.</summary>
    public double CurrentS { get; private set; } = double.NaN;

    /// <summary>Takes the next decided beat.</summary>
    /// <param name="beat">The next beat, not earlier than the one before.</param>
    /// <returns>Whether <see cref="Current"/> is new.</returns>
    public bool Add(in Beat beat)
    {
        Note(beat);
        if (beat.NnMs is { } nnMs)
            Extend(beat.TimeS, nnMs, beat.Segment, beat.Flag is BeatFlag.Ok);

        if (beat.TimeS < _dueS)
            return false;
        _dueS = (Math.Floor(beat.TimeS / _options.RenewEveryS) + 1) * _options.RenewEveryS;
        (Current, CurrentS) = (Estimate(beat.TimeS), beat.TimeS);
        return true;
    }

    private void Note(in Beat beat)
    {
        var isCorrected = beat.Flag is not BeatFlag.Ok;
        _rows.Enqueue((beat.TimeS, isCorrected));
        _corrected += isCorrected ? 1 : 0;
        while (_rows.Peek().TimeS <= beat.TimeS - _options.WindowS)
            _corrected -= _rows.Dequeue().IsCorrected ? 1 : 0;
    }

    private void Extend(double timeS, double nnMs, int segment, bool isOk)
    {
        // Beat times carry the doubt of the radio, and a corrected beat stands where it came, not where it should have; a beat too many or too
        // few shows at the next good one, where it is far more than a quarter of an interval.
        var endS = _runEndS + nnMs / 1000;
        var goesOn = segment == _segment && Math.Abs(timeS - endS) <= nnMs / (isOk ? 4000 : 1000);
        if (!goesOn)
        {
            if (_runMs.Count > 0)
                _brokenS = timeS;
            _runMs.Clear();
            _runS = 0;
        }

        (_segment, _runEndS) = (segment, isOk || !goesOn ? timeS : endS);
        _runMs.Add(nnMs);
        _runS += nnMs / 1000;
        if (_runS > 4 * _options.WindowS)
            Forget();
    }

    private void Forget()
    {
        var (keptS, first) = (0.0, _runMs.Count);
        while (first > 0 && keptS <= _options.WindowS)
            keptS += _runMs[--first] / 1000;
        _runMs.RemoveRange(0, first);
        _runS = keptS;
    }

    private BreathingEstimate Estimate(double timeS)
    {
        if (_corrected > _options.MaxCorrectedShare * _rows.Count)
            return BreathingEstimate.Withheld(BreathingDoubt.TooManyCorrected);
        if (_runMs.Count is 0 || timeS - _runEndS > _runMs[^1] / 1000)
            return BreathingEstimate.Withheld(_runMs.Count is 0 ? BreathingDoubt.TooShort : BreathingDoubt.Gap);

        var estimate = _estimator.Estimate(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_runMs), PacedPerMin);
        return estimate.Doubt is BreathingDoubt.TooShort && timeS - _brokenS < _options.WindowS
            ? BreathingEstimate.Withheld(BreathingDoubt.Gap)
            : estimate;
    }
}
