namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>The times of all beats from everything seen.</summary>
internal static class FinalTimes
{
    private const int Reach = 120;

    /// <summary>Computes them.</summary>
    /// <param name="log">All messages.</param>
    /// <param name="options">Settings.</param>
    public static IReadOnlyList<TimedBeat> Of(MessageLog log, BeatClockOptions options)
    {
        var style = EmissionStyleTest.Of(log.Messages);
        ReadOnlySpan<StrapMessage> messages = Repetitions.Remove(log.Messages, style);
        var segmentation = new Segmentation(messages, style);
        var drift = Drift(messages, segmentation, style, options);
        var beats = new List<TimedBeat>(log.RrMs.Length);
        var previousS = double.NegativeInfinity;
        var number = 0;
        for (var segment = 0; segment < segmentation.Starts.Count; segment++)
        {
            var from = segmentation.Starts[segment];
            var to = segment + 1 < segmentation.Starts.Count ? segmentation.Starts[segment + 1] : messages.Length;
            var phase = style is EmissionStyle.OnTick ? Phase(messages[from..to], segmentation.Ticks.AsSpan(from..to)) : TickPhase.Any;
            var hasBeats = false;
            for (var i = from; i < to; i++)
            {
                var message = messages[i];
                if (message.Beats == 0)
                    continue;
                hasBeats = true;
                var offset = message.IsExact ? new(message.ArrivalS - message.LastS, 0)
                    : style is EmissionStyle.OnTick ? OnTick(messages, segmentation.Ticks, i, phase, drift)
                    : StrapOffset.OnBeat(messages[Math.Max(from, i - Reach)..Math.Min(to, i + Reach + 1)], message.LastS, drift);
                var strapS = message.FirstS - message.FirstRrS;
                for (var beat = message.FirstBeat; beat < message.FirstBeat + message.Beats; beat++)
                {
                    strapS += log.RrMs[beat] / 1000;
                    var timeS = Math.Max(strapS + offset.OffsetS, Math.BitIncrement(previousS));
                    beats.Add(new(timeS, log.RrMs[beat], number, 1000 * (offset.HalfWidthS + timeS - strapS - offset.OffsetS)));
                    previousS = timeS;
                }
            }

            if (hasBeats)
                number++;
        }

        return beats;
    }

    private static StrapOffset OnTick(ReadOnlySpan<StrapMessage> messages, int[] ticks, int at, TickPhase phase, StrapDrift drift)
    {
        int from = at, to = at + 1;
        while (from > 0 && at - from < Reach && messages[from - 1].Stretch == messages[at].Stretch)
            from--;
        while (to < messages.Length && to - at <= Reach && messages[to].Stretch == messages[at].Stretch)
            to++;
        return StrapOffset.OnTick(messages[from..to], ticks.AsSpan(from..to), phase, messages[at].LastS, drift);
    }

    private static TickPhase Phase(ReadOnlySpan<StrapMessage> messages, ReadOnlySpan<int> ticks)
    {
        var phase = TickPhase.Any;
        for (var i = 0; i < messages.Length; i++)
        {
            if (messages[i].Beats > 0)
                phase = phase.And(TickPhase.Of(messages[i], ticks[i]));
        }

        return phase;
    }

    private static StrapDrift Drift(
        ReadOnlySpan<StrapMessage> messages, Segmentation segmentation, EmissionStyle style, BeatClockOptions options)
    {
        var hulls = new List<LowerHull>();
        var segment = 0;
        for (var i = 0; i < messages.Length; i++)
        {
            var isStart = segment < segmentation.Starts.Count && segmentation.Starts[segment] == i;
            if (isStart)
                segment++;
            if (i == 0 || (style is EmissionStyle.OnTick ? messages[i].Stretch != messages[i - 1].Stretch : isStart))
                hulls.Add(new());
            if (messages[i].IsExact)
                continue;
            if (style is EmissionStyle.OnTick)
                hulls[^1].Add(segmentation.Ticks[i] * TickPhase.PeriodS, messages[i].ArrivalS - (segmentation.Ticks[i] * TickPhase.PeriodS));
            else if (messages[i].Beats > 0)
                hulls[^1].Add(messages[i].LastS, messages[i].ArrivalS - messages[i].LastS);
        }

        return StrapDrift.Of(hulls, options.MaxDriftPpm * 1e-6);
    }
}
