namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>Which tick of the strap each message of one stretch was sent on, with hindsight.</summary>
/// <remarks>Every tick sends a message, so ticks are counted; where arrivals fall behind the count for good, messages were lost.</remarks>
internal static class TickNumbers
{
    /// <summary>Numbers the messages of one stretch.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="ticks">Where the numbers go, one for each message.</param>
    /// <param name="lostBefore">Where indices of messages go before which others were lost, or may have been.</param>
    public static void Assign(ReadOnlySpan<StrapMessage> messages, Span<int> ticks, List<int> lostBefore)
    {
        var delaysS = new double[messages.Length];
        for (var i = 0; i < messages.Length; i++)
            delaysS[i] = messages[i].ArrivalS - (i * TickPhase.PeriodS);
        const double half = TickPhase.PeriodS / 2;

        int lost = 0, next = 0;
        foreach (var rise in LevelRises.Find(delaysS, half, half))
        {
            for (; next < rise.Before; next++)
                ticks[next] = next + lost;
            lost += (int)Math.Round(Math.Max(0, rise.ByS) / TickPhase.PeriodS);
            lostBefore.Add(rise.Before);
        }

        for (; next < messages.Length; next++)
            ticks[next] = next + lost;
    }
}
