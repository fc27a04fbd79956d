using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>The default correction: the cheapest explanation of the next six intervals decides the first of them.</summary>
/// <remarks>See <see cref="BeatSearch"/> for what an explanation costs, <see cref="Filling"/> for how time is shared out, <see cref="RhythmWatch"/>
/// for when nothing is corrected; docs/methods/artefacts.md for all of it.</remarks>
/// <param name="options">Settings.</param>
internal sealed class DefaultCorrector(ArtefactOptions options) : IArtefactCorrector
{
    private const int Horizon = 6;
    private const int MostUnknown = 8;

    private readonly TimedBeat[] _waiting = new TimedBeat[Horizon];
    private readonly double[] _rrMs = new double[Horizon];
    private readonly Neighbourhood _known = new();
    private readonly BeatSearch _search = new(Horizon);
    private readonly RhythmWatch _rhythm = new();
    private int _count;
    private int _decidedAhead;

    /// <inheritdoc/>
    public int DelayBeats => Horizon - 1;

    /// <inheritdoc/>
    public void Add(in TimedBeat beat, List<Beat> decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        if (_count > 0 && _waiting[0].Segment != beat.Segment)
            Flush(decided);

        _rrMs[_count] = beat.RrMs;
        _waiting[_count++] = beat;
        if (_count == Horizon)
            DecideFirst(decided);
    }

    /// <inheritdoc/>
    public void Flush(List<Beat> decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        while (_count > 0)
            DecideFirst(decided);
        _known.Clear();
        _rhythm.Clear();
        _decidedAhead = 0;
    }

    private void DecideFirst(List<Beat> decided)
    {
        if (_decidedAhead > 0)
            _decidedAhead--;
        else if (_rhythm.Verdict is BeatFlag.Irregular)
            GiveUp(decided);
        else
            Decide(decided);

        _count--;
        Array.Copy(_waiting, 1, _waiting, 0, _count);
        Array.Copy(_rrMs, 1, _rrMs, 0, _count);
    }

    private void GiveUp(List<Beat> decided)
    {
        Row(decided, 0, null, BeatFlag.Irregular);
        _rhythm.Add(_rrMs[0], false);
        _known.Clear();
    }

    private void Decide(List<Beat> decided)
    {
        var coming = _rrMs.AsSpan(0, _count);
        var near = _known.Surroundings(coming);
        var step = BeatSearch.IsPlainlyNormal(coming, near) ? Step.Normal : _search.First(coming, near);
        _decidedAhead = step.Taken - 1;

        if (step.IsNormal)
            TakeNormal(decided);
        else if (step.Made is 0)
            LeaveOpen(decided, near);
        else
            Mend(decided, step, near);

        var before = _rhythm.Verdict;
        for (var k = 0; k < step.Taken; k++)
            _rhythm.Add(_rrMs[k], !step.IsNormal);
        if (_rhythm.Verdict is BeatFlag.Crowded && before is not BeatFlag.Crowded)
            _known.Clear(); // perhaps the level is what was wrong
    }

    private void TakeNormal(List<Beat> decided)
    {
        var rrMs = _rrMs[0];
        _known.Add(rrMs);
        if (IsPossible(rrMs))
            Row(decided, 0, rrMs, BeatFlag.Ok);
        else
            Row(decided, 0, null, rrMs < options.MinRrMs ? BeatFlag.Short : BeatFlag.Long);
    }

    private void LeaveOpen(List<Beat> decided, in Surroundings near)
    {
        var rrMs = _rrMs[0];
        Row(decided, 0, null, rrMs > (BeatSearch.MostInserted + 1.5) * near.LevelMs ? BeatFlag.Gap : rrMs > near.LevelMs ? BeatFlag.Long : BeatFlag.Short);
        _known.Doubt(rrMs);
        _known.Skip();
        if (_known.Age > MostUnknown)
            _known.ForgetLevel();
    }

    private void Mend(List<Beat> decided, Step step, in Surroundings near)
    {
        if (step.Taken == step.Made)
            _known.Doubt(_rrMs[0]);

        var coming = _rrMs.AsSpan(0, _count);
        Span<double> nnMs = stackalloc double[step.Made];
        Filling.Fill(nnMs, coming, step.Taken, near);
        var isOff = Filling.IsOff(Filling.Sum(nnMs) / nnMs.Length, coming, step.Taken, near);
        if (!isOff)
        {
            foreach (var nn in nnMs)
                _known.Fill(nn);
        }

        var flag = step.Made > step.Taken ? BeatFlag.Missed : step.Made < step.Taken ? BeatFlag.Extra : BeatFlag.Ectopic;
        if (_rhythm.Verdict is not BeatFlag.Ok || isOff || !AllPossible(nnMs))
        {
            // Extra would say that the time is in the next row.
            var open = flag is not BeatFlag.Extra ? flag : nnMs[0] < near.LevelMs ? BeatFlag.Short : BeatFlag.Long;
            for (var k = 0; k < step.Taken; k++)
                Row(decided, k, null, open);
        }
        else if (flag is BeatFlag.Missed)
        {
            Insert(decided, nnMs, step.Taken);
        }
        else
        {
            for (var k = 0; k < step.Taken; k++)
                Row(decided, k, k < step.Taken - step.Made ? null : nnMs[k - step.Taken + step.Made], flag);
        }
    }

    /// <summary>The rows that came in stand where the first parts end, the inserted ones follow.</summary>
    private void Insert(List<Beat> decided, ReadOnlySpan<double> nnMs, int taken)
    {
        var last = _waiting[taken - 1];
        var leftMs = Filling.Sum(nnMs);
        for (var k = 0; k < nnMs.Length; k++)
        {
            leftMs -= nnMs[k];
            var timeS = k == nnMs.Length - 1 ? last.TimeS : last.TimeS - (leftMs / 1000);
            decided.Add(new Beat(timeS, k < taken ? _rrMs[k] : null, nnMs[k], last.Segment, BeatFlag.Missed));
        }
    }

    private void Row(List<Beat> decided, int at, double? nnMs, BeatFlag flag)
    {
        var beat = _waiting[at];
        decided.Add(_rhythm.Verdict is BeatFlag.Ok
            ? new Beat(beat.TimeS, beat.RrMs, nnMs, beat.Segment, flag)
            : new Beat(beat.TimeS, beat.RrMs, null, beat.Segment, _rhythm.Verdict));
    }

    private bool AllPossible(ReadOnlySpan<double> nnMs)
    {
        foreach (var nn in nnMs)
        {
            if (!IsPossible(nn))
                return false;
        }

        return true;
    }

    private bool IsPossible(double nnMs) => nnMs >= options.MinRrMs && nnMs <= options.MaxRrMs;
}
