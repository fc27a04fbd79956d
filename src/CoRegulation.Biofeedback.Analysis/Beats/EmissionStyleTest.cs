namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>Tells straps that send on each beat from straps that send once a second.</summary>
internal static class EmissionStyleTest
{
    private const int FewestMessages = 12;

    /// <summary>Compares how well the time between two arrivals is explained by the tick and by the intervals sent:
    /// medians, since late and lost messages spoil a few of the differences only.</summary>
    public static EmissionStyle Of(ReadOnlySpan<StrapMessage> messages)
    {
        var fromTickS = new List<double>(messages.Length);
        var fromBeatS = new List<double>(messages.Length);
        var notOneBeat = 0;
        for (var i = 1; i < messages.Length; i++)
        {
            if (messages[i].IsExact || messages[i].Stretch != messages[i - 1].Stretch)
                continue;
            var stepS = messages[i].ArrivalS - messages[i - 1].ArrivalS;
            fromTickS.Add(Math.Abs(stepS - TickPhase.PeriodS));
            fromBeatS.Add(Math.Abs(stepS - (messages[i].LastS - messages[i - 1].LastS)));
            if (messages[i].Beats > 1 || (messages[i].FirstRrS >= TickPhase.PeriodS && messages[i - 1].Beats == 0))
                notOneBeat++;
        }

        if (fromTickS.Count < FewestMessages)
            return EmissionStyle.Unknown;
        var tickS = Median(fromTickS);
        var beatS = Median(fromBeatS);
        if (tickS < 0.8 * beatS)
            return EmissionStyle.OnTick;
        if (beatS < 0.8 * tickS)
            return EmissionStyle.OnBeat;

        // Close to 60 bpm the two look alike, but a strap that sends on each beat never sends two, nor none for lack of a beat.
        return notOneBeat > 1 + (0.01 * fromTickS.Count) ? EmissionStyle.OnTick : EmissionStyle.OnBeat;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
