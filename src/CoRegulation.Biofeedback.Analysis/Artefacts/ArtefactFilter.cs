using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>Tells normal intervals from artefacts, streaming, with a delay of two beats.</summary>
/// <remarks>
/// An interval is not normal when it is outside the absolute limits or too far from the local median: of up to five normal
/// intervals among the ten before it and of the two after it, all in its segment. Until three normal ones are known it counts
/// itself, so that a segment may begin with an artefact; ten beats after a true jump of level the old level is forgotten.
/// What is not normal keeps its place in time and its RrMs and has no NnMs. The local median is used because a rule that judges by
/// the last interval alone lets the second half of an extra beat pass.
/// </remarks>
/// <param name="options">Settings; the defaults when null.</param>
public sealed class ArtefactFilter(ArtefactOptions? options = null) : IArtefactCorrector
{
    /// <summary>Beats that must follow in the same segment before a beat is decided.</summary>
    public const int DelayBeats = 2;

    private const int NormalsKept = 5;
    private const int NormalsMaxAge = 10;

    private readonly ArtefactOptions _options = options ?? new();
    private readonly TimedBeat[] _waiting = new TimedBeat[DelayBeats + 1];
    private readonly double[] _normalMs = new double[NormalsKept];
    private readonly long[] _normalIndex = new long[NormalsKept];
    private int _waitingCount;
    private int _normals;
    private long _index;
    private BeatFlag? _flagOfSecond;

    /// <inheritdoc/>
    int IArtefactCorrector.DelayBeats => DelayBeats;

    /// <summary>Takes the next beat and appends the beats that are decided by it, in order.</summary>
    /// <param name="beat">The next beat; a new segment decides all beats of the one before.</param>
    /// <param name="decided">Receives none, one or several beats.</param>
    /// <exception cref="ArgumentNullException"><paramref name="decided"/> is null.</exception>
    public void Add(in TimedBeat beat, List<Beat> decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        if (_waitingCount > 0 && _waiting[0].Segment != beat.Segment)
            Flush(decided);

        _waiting[_waitingCount++] = beat;
        if (_waitingCount > DelayBeats)
            DecideFirst(decided);
    }

    /// <summary>Decides the beats that still wait, with what is known, and forgets the surroundings: the next beat starts afresh.</summary>
    /// <param name="decided">Receives up to two beats.</param>
    /// <exception cref="ArgumentNullException"><paramref name="decided"/> is null.</exception>
    public void Flush(List<Beat> decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        while (_waitingCount > 0)
            DecideFirst(decided);
        _normals = 0;
        _flagOfSecond = null;
    }

    private void DecideFirst(List<Beat> decided)
    {
        var beat = _waiting[0];
        var flag = FlagOfFirst();
        if (flag is BeatFlag.Ok)
            Remember(beat.RrMs);

        decided.Add(new Beat(beat.TimeS, beat.RrMs, flag is BeatFlag.Ok ? beat.RrMs : null, beat.Segment, flag));
        _index++;
        _waitingCount--;
        Array.Copy(_waiting, 1, _waiting, 0, _waitingCount);
    }

    private BeatFlag FlagOfFirst()
    {
        var rrMs = _waiting[0].RrMs;
        var second = _flagOfSecond;
        _flagOfSecond = null;

        if (second is { } flag)
            return flag;

        var medianMs = LocalMedianMs();
        if (IsNormal(rrMs, medianMs))
            return BeatFlag.Ok;
        if (double.IsNaN(medianMs))
            return rrMs > _options.MaxRrMs ? BeatFlag.Long : BeatFlag.Short;

        if (rrMs < medianMs)
            return FlagOfShort(rrMs, medianMs);
        return (rrMs / medianMs) switch
        {
            < 1.5 => BeatFlag.Long,
            < 4.5 => BeatFlag.Missed,
            _ => BeatFlag.Gap,
        };
    }

    /// <summary>A short interval is the first of a pair when it and the next, short too, make up one interval (extra beat), or when it and
    /// the next, a pause, make up two (ectopic beat). A pause is half as far off as an artefact must be: with its short interval it is
    /// no chance.</summary>
    private BeatFlag FlagOfShort(double rrMs, double medianMs)
    {
        if (_waitingCount < 2)
            return BeatFlag.Short;

        var next = _waiting[1].RrMs / medianMs;
        var sum = (rrMs / medianMs) + next;
        if (next < 1 - _options.MaxDeviation && Math.Abs(sum - 1) <= _options.MaxDeviation)
            _flagOfSecond = BeatFlag.Extra;
        else if (next > 1 + (_options.MaxDeviation / 2) && Math.Abs(sum - 2) <= _options.MaxDeviation)
            _flagOfSecond = BeatFlag.Ectopic;
        return _flagOfSecond ?? BeatFlag.Short;
    }

    private bool IsNormal(double rrMs, double medianMs) =>
        IsPossible(rrMs) && Math.Abs(rrMs - medianMs) <= _options.MaxDeviation * medianMs;

    private bool IsPossible(double rrMs) => rrMs >= _options.MinRrMs && rrMs <= _options.MaxRrMs;

    private double LocalMedianMs()
    {
        Span<double> near = stackalloc double[NormalsKept + DelayBeats + 1];
        var count = 0;
        for (var i = 0; i < _normals; i++)
        {
            if (_index - _normalIndex[i] <= NormalsMaxAge)
                near[count++] = _normalMs[i];
        }

        for (var i = count < 3 ? 0 : 1; i < _waitingCount; i++)
        {
            if (IsPossible(_waiting[i].RrMs))
                near[count++] = _waiting[i].RrMs;
        }

        near = near[..count];
        near.Sort();
        return count is 0 ? double.NaN : (near[(count - 1) / 2] + near[count / 2]) / 2;
    }

    private void Remember(double rrMs)
    {
        if (_normals == NormalsKept)
        {
            Array.Copy(_normalMs, 1, _normalMs, 0, NormalsKept - 1);
            Array.Copy(_normalIndex, 1, _normalIndex, 0, NormalsKept - 1);
            _normals--;
        }

        _normalMs[_normals] = rrMs;
        _normalIndex[_normals++] = _index;
    }
}
