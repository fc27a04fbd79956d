namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>Which tick of the strap each message of one stretch was sent on, with hindsight.</summary>
/// <remarks>Every tick sends a message, so ticks are counted; where arrivals fall behind the count for good, messages were lost.</remarks>
internal static class TickNumbers
{
    private const int Near = 40;
    private const int Few = 5;

    /// <summary>Numbers the messages of one stretch.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="ticks">Where the numbers go, one for each message.</param>
    /// <param name="safe">The same, in doubt too small: for estimates of the smallest delay, which one number too large would spoil.</param>
    /// <param name="lostBefore">Where the places go at which messages were lost, or may have been.</param>
    public static void Assign(ReadOnlySpan<StrapMessage> messages, Span<int> ticks, Span<int> safe, List<LevelRises.Rise> lostBefore)
    {
        var delaysS = new double[messages.Length];
        for (var i = 0; i < messages.Length; i++)
            delaysS[i] = messages[i].ArrivalS - (i * TickPhase.PeriodS);
        const double half = TickPhase.PeriodS / 2;

        var rises = LevelRises.Find(delaysS, half, half);
        lostBefore.AddRange(rises);
        var lost = 0;
        var floorS = double.PositiveInfinity;
        for (var piece = 0; piece <= rises.Count; piece++)
        {
            var from = piece == 0 ? 0 : rises[piece - 1].Before;
            var to = piece == rises.Count ? messages.Length : rises[piece].Before;
            var lowestS = Lowest(delaysS.AsSpan(from..Math.Min(to, from + Near)));

            // Held back, they may be from before the loss: with too small a number they seem late, which does no harm.
            var lostBeforeIt = lost;
            if (piece > 0 && !rises[piece - 1].IsDoubtful)
                lost = Math.Max(lost, Lost(lowestS - floorS));
            for (var i = from; i < to; i++)
            {
                ticks[i] = i + lost;
                safe[i] = i + (to - from < Few ? lostBeforeIt : lost);
            }

            if (to - from >= Few || piece == 0)
                floorS = Lowest(delaysS.AsSpan(Math.Max(from, to - Near)..to)) - (lost * TickPhase.PeriodS);
        }
    }

    /// <summary>How many ticks were lost when the smallest delay of some messages has risen: delays are never below 0, so rounded down.</summary>
    public static int Lost(double riseS) => (int)Math.Floor((riseS / TickPhase.PeriodS) + 0.25);

    private static double Lowest(ReadOnlySpan<double> delaysS)
    {
        var lowestS = double.PositiveInfinity;
        foreach (var delayS in delaysS)
            lowestS = Math.Min(lowestS, delayS);
        return lowestS;
    }
}
