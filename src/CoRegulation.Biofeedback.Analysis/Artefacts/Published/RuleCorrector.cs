using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Artefacts.Published;

/// <summary>Corrects by a published rule: missed beats are put in half-way, extra ones taken out, every other interval that the rule does not
/// accept is interpolated linearly over the index of the beats.</summary>
/// <remarks>
/// At the ends of a segment the nearest accepted interval is held. More than <see cref="LongestRun"/> intervals in a row that are not accepted
/// get no NN, nor does a gap: an interval that would hold more than four. As published, interpolation does not keep the time.
/// </remarks>
internal sealed class RuleCorrector(IIntervalRule rule) : IArtefactCorrector
{
    /// <summary>Most intervals in a row that are interpolated. Ten, ours: a stream needs an end, and across some ten seconds, a breath or two
    /// and a whole 0.1 Hz wave, a straight line says nothing of the heart.</summary>
    public const int LongestRun = 10;

    private const double GapRatio = 4.5; // from here on five intervals fit better than four, and four beats would have to be put in

    private readonly (TimedBeat Beat, BeatFlag Flag)[] _ring = new (TimedBeat, BeatFlag)[rule.Delay + LongestRun + 1];
    private int _beats;
    private int _steps;
    private double _lastNnMs = double.NaN;
    private double _firstPartMs = double.NaN;
    private double _fillMs;
    private double _fillStepMs;
    private bool _isFilling;

    /// <inheritdoc/>
    public int DelayBeats => rule.Delay + LongestRun;

    /// <summary>Whether this is the length of anything: above 0 and finite.</summary>
    public static bool IsInterval(double rrMs) => rrMs > 0 && double.IsFinite(rrMs);

    /// <inheritdoc/>
    public void Add(in TimedBeat beat, List<Beat> decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        if (_beats > 0 && At(_beats - 1).Beat.Segment != beat.Segment)
            Flush(decided);

        At(_beats++) = (beat, BeatFlag.Ok);
        Step(IsInterval(beat.RrMs) ? beat.RrMs : double.NaN, decided);
    }

    /// <inheritdoc/>
    public void Flush(List<Beat> decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        for (var i = 0; i < DelayBeats; i++)
            Step(double.NaN, decided);

        rule.Clear();
        (_beats, _steps, _isFilling) = (0, 0, false);
        _lastNnMs = double.NaN;
    }

    private void Step(double rrMs, List<Beat> decided)
    {
        var flag = rule.Next(rrMs);
        var judged = _steps - rule.Delay;
        if (judged >= 0 && judged < _beats)
            At(judged).Flag = IsInterval(At(judged).Beat.RrMs) ? flag : BeatFlag.Gap;

        var due = _steps++ - DelayBeats;
        if (due >= 0 && due < _beats)
            Decide(due, decided);
    }

    private void Decide(int index, List<Beat> decided)
    {
        var (beat, flag) = At(index);
        switch (flag)
        {
            case BeatFlag.Ok:
                decided.Add(Row(beat, Keep(beat.RrMs), flag));
                break;

            case BeatFlag.Missed:
                var halfMs = Keep(beat.RrMs / 2);
                decided.Add(Row(beat, halfMs, flag) with { TimeS = beat.TimeS - (halfMs / 1000) });
                decided.Add(new Beat(beat.TimeS, null, halfMs, beat.Segment, flag));
                break;

            case BeatFlag.Extra when double.IsNaN(_firstPartMs):
                _firstPartMs = beat.RrMs;
                decided.Add(Row(beat, null, flag));
                break;

            case BeatFlag.Extra:
                decided.Add(Row(beat, Keep(_firstPartMs + beat.RrMs), flag));
                _firstPartMs = double.NaN;
                break;

            default:
                var nnMs = Fill(index);
                var isGap = flag is BeatFlag.Gap || beat.RrMs >= GapRatio * nnMs;
                decided.Add(Row(beat, isGap || double.IsNaN(nnMs) ? null : nnMs, isGap ? BeatFlag.Gap : flag));
                break;
        }
    }

    private static Beat Row(in TimedBeat beat, double? nnMs, BeatFlag flag) => new(beat.TimeS, beat.RrMs, nnMs, beat.Segment, flag);

    private double Keep(double nnMs)
    {
        _isFilling = false;
        return _lastNnMs = nnMs;
    }

    /// <summary>The next value on the line from the last accepted interval to the one that ends the run; NaN where there is no such line.</summary>
    private double Fill(int index)
    {
        if (!_isFilling)
        {
            _isFilling = true;
            StartRun(index);
        }

        return _fillMs += _fillStepMs;
    }

    private void StartRun(int first)
    {
        var run = 1;
        while (run <= LongestRun && first + run < _beats && IsRejected(At(first + run).Flag))
            run++;

        var nextMs = run > LongestRun ? double.NaN : KeptMs(first + run);
        var fromMs = double.IsNaN(_lastNnMs) ? nextMs : _lastNnMs;
        var toMs = double.IsNaN(nextMs) && run <= LongestRun ? fromMs : nextMs;
        (_fillMs, _fillStepMs) = (fromMs, (toMs - fromMs) / (run + 1));
    }

    private static bool IsRejected(BeatFlag flag) => flag is not (BeatFlag.Ok or BeatFlag.Missed or BeatFlag.Extra);

    /// <summary>The NN that the accepted interval begins with; NaN past the end of the segment.</summary>
    private double KeptMs(int index) => index >= _beats ? double.NaN : At(index) switch
    {
        (var beat, BeatFlag.Missed) => beat.RrMs / 2,
        (var beat, BeatFlag.Extra) => beat.RrMs + At(index + 1).Beat.RrMs,
        var (beat, _) => beat.RrMs,
    };

    private ref (TimedBeat Beat, BeatFlag Flag) At(int index) => ref _ring[index % _ring.Length];
}
