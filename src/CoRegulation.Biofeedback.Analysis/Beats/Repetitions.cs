namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>Finds, with hindsight, messages that came twice among messages that were held back: there the arrival of the second
/// contradicts nothing, but from then on all arrivals are too early.</summary>
internal static class Repetitions
{
    private const int Before = 40;
    private const int After = 12;

    /// <summary>The messages without repetitions, their strap times and beats as if those had never come.</summary>
    public static StrapMessage[] Remove(ReadOnlySpan<StrapMessage> messages, EmissionStyle style)
    {
        var kept = new List<StrapMessage>(messages.Length);
        var dropped = 0;
        var droppedS = 0.0;
        for (var i = 0; i < messages.Length; i++)
        {
            var message = messages[i] with { FirstS = messages[i].FirstS - droppedS, LastS = messages[i].LastS - droppedS };
            if (message.Repeats && kept.Count > 0 && kept[^1].Stretch == message.Stretch)
            {
                var sumS = message.LastS - kept[^1].LastS;
                var stepS = style is EmissionStyle.OnTick ? TickPhase.PeriodS : sumS;
                if (stepS > 0 && FallS(kept, messages, i, style, dropped, droppedS) > 0.6 * stepS)
                {
                    dropped++;
                    droppedS += sumS;
                    continue;
                }
            }

            kept.Add(message);
        }

        return [.. kept];
    }

    private static double FallS(
        List<StrapMessage> kept, ReadOnlySpan<StrapMessage> messages, int at, EmissionStyle style, int dropped, double droppedS)
    {
        var isOnTick = style is EmissionStyle.OnTick;
        double beforeS = double.PositiveInfinity, afterS = double.PositiveInfinity;
        for (var i = kept.Count - 1; i >= Math.Max(0, kept.Count - Before) && kept[i].Stretch == messages[at].Stretch; i--)
        {
            if (isOnTick || kept[i].Beats > 0)
                beforeS = Math.Min(beforeS, kept[i].ArrivalS - (isOnTick ? (i + dropped) * TickPhase.PeriodS : kept[i].LastS + droppedS));
        }

        for (var i = at; i < Math.Min(messages.Length, at + After) && messages[i].Stretch == messages[at].Stretch; i++)
        {
            if (isOnTick || messages[i].Beats > 0)
                afterS = Math.Min(afterS, messages[i].ArrivalS - (isOnTick ? i * TickPhase.PeriodS : messages[i].LastS));
        }

        return beforeS - afterS;
    }
}
