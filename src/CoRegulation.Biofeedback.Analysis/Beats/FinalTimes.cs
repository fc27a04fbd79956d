namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>The times of all beats from everything seen.</summary>
internal sealed class FinalTimes
{
    private const int Reach = 120;

    private readonly StrapMessage[] _messages;
    private readonly EmissionStyle _style;
    private readonly Segmentation _segmentation;
    private readonly TickPhase[] _phases;
    private readonly StrapDrift _drift;

    private FinalTimes(MessageLog log, BeatClockOptions options)
    {
        _style = EmissionStyleTest.Of(log.Messages);
        _messages = Repetitions.Remove(log.Messages, _style);
        _segmentation = new(_messages, _style);
        _phases = new TickPhase[_segmentation.Starts.Count];
        for (var segment = 0; segment < _phases.Length; segment++)
            _phases[segment] = Phase(segment);
        _drift = Drift(options);
    }

    /// <summary>Computes them.</summary>
    /// <param name="log">All messages of a strap.</param>
    /// <param name="options">Settings.</param>
    /// <param name="beats">The beats of straps that were worn before; those of this one are appended.</param>
    public static void Append(MessageLog log, BeatClockOptions options, List<TimedBeat> beats) => new FinalTimes(log, options).AppendBeats(log.RrMs, beats);

    private void AppendBeats(ReadOnlySpan<double> rrMs, List<TimedBeat> beats)
    {
        var (previousS, number) = beats is [.., var last] ? (last.TimeS, last.Segment + 1) : (double.NegativeInfinity, 0);
        for (var segment = 0; segment < _phases.Length; segment++)
        {
            var begun = beats.Count;
            var (from, to) = Range(segment);
            for (var i = from; i < to; i++)
            {
                var message = _messages[i];
                if (message.Beats == 0)
                    continue;
                var offset = _segmentation.Starts[segment].IsDoubtful ? Between(segment, i) : Offset(segment, i);
                message.AppendBeats(rrMs, offset, number, ref previousS, beats);
            }

            if (beats.Count > begun)
                number++;
        }
    }

    private (int From, int To) Range(int segment) =>
        (_segmentation.Starts[segment].Message, segment + 1 < _phases.Length ? _segmentation.Starts[segment + 1].Message : _messages.Length);

    /// <summary>The offset at a message, which may lie outside of the segment, as the segment has it.</summary>
    private StrapOffset Offset(int segment, int at)
    {
        var message = _messages[at];
        if (message.IsExact)
            return new(message.ArrivalS - message.LastS, 0);
        if (_style is not EmissionStyle.OnTick)
        {
            var (from, to) = Range(segment);
            var near = Math.Clamp(at, from, to - 1);
            return StrapOffset.OnBeat(_messages.AsSpan(Math.Max(from, near - Reach)..Math.Min(to, near + Reach + 1)), message.LastS, _drift, _style is EmissionStyle.OnBeat);
        }

        int first = at, last = at;
        while (first > 0 && at - first < Reach && _messages[first - 1].Stretch == message.Stretch)
            first--;
        while (last < _messages.Length - 1 && last - at < Reach && _messages[last + 1].Stretch == message.Stretch)
            last++;
        var window = first..(last + 1);
        return StrapOffset.OnTick(_messages.AsSpan(window), _segmentation.SafeTicks.AsSpan(window), _phases[segment], message.LastS, _drift);
    }

    // Sent before the loss or after it: the truth is the offset of the one segment or of the other.
    private StrapOffset Between(int segment, int at)
    {
        int before = segment, after = segment;
        while (_segmentation.Starts[before].IsDoubtful)
            before--;
        while (_segmentation.Starts[after].IsDoubtful)
            after++;
        var early = Offset(before, at);
        var late = Offset(after, at);
        return new((early.OffsetS + late.OffsetS) / 2,
            (Math.Abs(late.OffsetS - early.OffsetS) / 2) + Math.Max(early.HalfWidthS, late.HalfWidthS));
    }

    private TickPhase Phase(int segment)
    {
        var phase = TickPhase.Any;
        if (_style is not EmissionStyle.OnTick)
            return phase;
        var (from, to) = Range(segment);
        for (var i = from; i < to; i++)
        {
            if (_messages[i].Beats > 0)
                phase = phase.And(TickPhase.Of(_messages[i], _segmentation.Ticks[i]));
        }

        return phase;
    }

    private StrapDrift Drift(BeatClockOptions options)
    {
        var hulls = new List<LowerHull>();
        var starts = _segmentation.Starts.Select(start => start.Message).ToHashSet();
        for (var i = 0; i < _messages.Length; i++)
        {
            var message = _messages[i];
            if (i == 0 || message.Stretch != _messages[i - 1].Stretch
                || (_style is EmissionStyle.OnTick ? _segmentation.Losses : starts).Contains(i))
                hulls.Add(new());
            if (message.IsExact)
                continue;
            var tickS = _segmentation.Ticks[i] * TickPhase.PeriodS;
            if (_style is EmissionStyle.OnTick)
                hulls[^1].Add(tickS, message.ArrivalS - tickS);
            else if (message.Beats > 0)
                hulls[^1].Add(message.LastS, message.ArrivalS - message.LastS);
        }

        return StrapDrift.Of(hulls, options.MaxDriftPpm * 1e-6);
    }
}
