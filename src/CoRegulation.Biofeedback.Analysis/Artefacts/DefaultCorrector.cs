using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>The default correction.</summary>
/// <param name="options">Settings.</param>
internal sealed class DefaultCorrector(ArtefactOptions options) : IArtefactCorrector
{
    private const int Horizon = 6;
    private const int Remembered = 8;

    private readonly ArtefactOptions _options = options;
    private readonly TimedBeat[] _waiting = new TimedBeat[Horizon];
    private readonly double[] _rrMs = new double[Horizon];
    private readonly double[] _normalMs = new double[Remembered];
    private readonly LocalSpread _spread = new();
    private readonly BeatSearch _search = new(Horizon);
    private int _waitingCount;
    private int _normals;
    private int _age;
    private int _done;

    /// <inheritdoc/>
    public int DelayBeats => Horizon - 1;

    /// <inheritdoc/>
    public void Add(in TimedBeat beat, List<Beat> decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        if (_waitingCount > 0 && _waiting[0].Segment != beat.Segment)
            Flush(decided);
        _rrMs[_waitingCount] = beat.RrMs;
        _waiting[_waitingCount++] = beat;
        if (_waitingCount == Horizon)
            DecideFirst(decided);
    }

    /// <inheritdoc/>
    public void Flush(List<Beat> decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        while (_waitingCount > 0)
            DecideFirst(decided);
        (_normals, _age, _done) = (0, 0, 0);
        _spread.Clear();
    }

    private double LastMs => _normals is 0 ? double.NaN : _normalMs[(_normals - 1) % Remembered];

    private void DecideFirst(List<Beat> decided)
    {
        if (_done > 0)
        {
            _done--;
            DropFirst();
            return;
        }

        var near = Near();
        var step = _normals > 16 && _age is 0 && Math.Abs(_rrMs[0] - near.LastMs) < near.SpreadMs
            ? Step.Normal
            : _search.First(_rrMs.AsSpan(0, _waitingCount), near);

        if (step.IsNormal)
        {
            var isPossible = IsPossible(_rrMs[0]);
            Row(decided, 0, isPossible ? _rrMs[0] : null, isPossible ? BeatFlag.Ok : _rrMs[0] < _options.MinRrMs ? BeatFlag.Short : BeatFlag.Long);
            if (_age is 0 && _normals > 0)
                _spread.Add(Math.Abs(_rrMs[0] - near.LastMs));
            Remember(_rrMs[0]);
            _age = 0;
        }
        else if (step.Made is 0)
        {
            var rr = _rrMs[0];
            Row(decided, 0, null, rr > near.LevelMs * 4.5 ? BeatFlag.Gap : rr > near.LevelMs ? BeatFlag.Long : BeatFlag.Short);
            if (_age is 0 && _normals > 0)
                _spread.Add(Math.Min(Math.Abs(rr - near.LastMs), 6 * near.SpreadMs));
            if (++_age > 8)
                (_normals, _age) = (0, 0);
        }
        else
        {
            if (_age is 0 && _normals > 0 && step.Taken == step.Made)
                _spread.Add(Math.Min(Math.Abs(_rrMs[0] - near.LastMs), 6 * near.SpreadMs));
            Fill(decided, step, near);
            _age = 0;
            _done = step.Taken - 1;
        }

        DropFirst();
    }

    private void Fill(List<Beat> decided, Step step, in Surroundings near)
    {
        var rrMs = _rrMs.AsSpan(0, step.Taken);
        var sumMs = 0.0;
        foreach (var rr in rrMs)
            sumMs += rr;
        var mean = sumMs / step.Made;
        var left = double.IsNaN(near.LastMs) ? mean : near.LastMs;
        var right = _waitingCount > step.Taken && Math.Abs(_rrMs[step.Taken] - mean) < 4 * near.SpreadMs ? _rrMs[step.Taken] : mean;
        Span<double> fill = stackalloc double[step.Made];
        var total = 0.0;
        for (var k = 0; k < step.Made; k++)
            total += fill[k] = left + ((right - left) * (k + 1) / (step.Made + 1));
        for (var k = 0; k < step.Made; k++)
        {
            fill[k] *= sumMs / total;
            Remember(fill[k]);
        }

        var (taken, made) = (step.Taken, step.Made);
        foreach (var nnMs in fill)
        {
            if (IsPossible(nnMs))
                continue;
            var flag = made > taken ? BeatFlag.Missed : made == taken ? BeatFlag.Ectopic : nnMs < _options.MinRrMs ? BeatFlag.Short : BeatFlag.Long;
            for (var k = 0; k < taken; k++)
                Row(decided, k, null, flag);
            return;
        }

        if (made == taken)
        {
            for (var k = 0; k < taken; k++)
                Row(decided, k, fill[k], BeatFlag.Ectopic);
        }
        else if (made < taken)
        {
            for (var k = 0; k < taken; k++)
                Row(decided, k, k < taken - made ? null : fill[k - taken + made], BeatFlag.Extra);
        }
        else
        {
            var last = _waiting[taken - 1];
            var leftMs = sumMs;
            for (var k = 0; k < made; k++)
            {
                leftMs -= fill[k];
                var timeS = k == made - 1 ? last.TimeS : last.TimeS - (leftMs / 1000);
                decided.Add(new Beat(timeS, k < taken ? _rrMs[k] : null, fill[k], last.Segment, BeatFlag.Missed));
            }
        }
    }

    private bool IsPossible(double nnMs) => nnMs >= _options.MinRrMs && nnMs <= _options.MaxRrMs;

    private Surroundings Near()
    {
        var lastMs = LastMs;
        double levelMs;
        if (_normals >= Remembered)
        {
            var sum = 0.0;
            foreach (var nn in _normalMs)
                sum += nn;
            levelMs = sum / Remembered;
        }
        else
        {
            Span<double> sorted = stackalloc double[Horizon + Remembered];
            var count = 0;
            for (var i = 0; i < _normals; i++)
                sorted[count++] = _normalMs[i];
            for (var i = 0; i < _waitingCount; i++)
                sorted[count++] = _rrMs[i];
            sorted[..count].Sort();
            levelMs = sorted[count / 2];
        }

        var floor = Math.Max(10, 0.008 * levelMs);
        var prior = 0.045 * levelMs;
        var spread = _spread.Count < 16 ? Math.Max(_spread.Count > 4 ? _spread.ValueMs : 0, prior) : Math.Max(floor, _spread.ValueMs);
        return new(lastMs, _age, levelMs, spread);
    }

    private void Remember(double nnMs) => _normalMs[_normals++ % Remembered] = nnMs;

    private void Row(List<Beat> decided, int at, double? nnMs, BeatFlag flag)
    {
        var beat = _waiting[at];
        decided.Add(new Beat(beat.TimeS, beat.RrMs, nnMs, beat.Segment, flag));
    }

    private void DropFirst()
    {
        _waitingCount--;
        Array.Copy(_waiting, 1, _waiting, 0, _waitingCount);
        Array.Copy(_rrMs, 1, _rrMs, 0, _waitingCount);
    }
}
