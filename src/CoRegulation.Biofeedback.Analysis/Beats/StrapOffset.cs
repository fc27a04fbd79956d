namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>What to add to strap time for session time, s, and its 95 % half width.</summary>
internal readonly record struct StrapOffset(double OffsetS, double HalfWidthS)
{
    private const int MostMessages = 512;

    // Before anything is known: an interval of waiting for the tick and some jitter, or the jitter alone.
    private const double UnknownDelaysS = 1.2;
    private const double BeatJitterS = 0.6;
    private const double TickJitterS = 0.4;

    /// <summary>Of a strap that sends on each beat, or of which that is not known: the smallest delays from last beat to arrival.</summary>
    /// <param name="window">Messages of one segment, at least one of them with beats.</param>
    /// <param name="atS">Strap time for which the offset is wanted.</param>
    /// <param name="drift">The strap's drift.</param>
    /// <param name="isKnown">Whether it is known to send on each beat.</param>
    public static StrapOffset OnBeat(ReadOnlySpan<StrapMessage> window, double atS, StrapDrift drift, bool isKnown)
    {
        Span<double> offsets = stackalloc double[MostMessages];
        var count = 0;
        var distanceS = 0.0;
        foreach (ref readonly var message in window)
        {
            if (message.Beats == 0)
                continue;
            var awayS = message.LastS - atS;
            offsets[count++] = message.ArrivalS - message.LastS - (drift.Slope * awayS);
            distanceS += awayS;
        }

        var floor = ArrivalFloor.Below(offsets[..count], isKnown ? BeatJitterS : UnknownDelaysS);
        return new(floor.ValueS, double.Hypot(floor.HalfWidthS, drift.HalfWidth * distanceS / count));
    }

    /// <summary>Of a strap that sends on its tick.</summary>
    /// <param name="window">Messages of one stretch, also of more than one segment.</param>
    /// <param name="ticks">The tick of each.</param>
    /// <param name="phase">Where the ticks fall in the segment's strap time.</param>
    /// <param name="atS">Strap time for which the offset is wanted.</param>
    /// <param name="drift">The strap's drift.</param>
    public static StrapOffset OnTick(
        ReadOnlySpan<StrapMessage> window, ReadOnlySpan<int> ticks, TickPhase phase, double atS, StrapDrift drift)
    {
        Span<double> offsets = stackalloc double[MostMessages];
        var atTickS = atS - phase.CentreS;
        var distanceS = 0.0;
        for (var i = 0; i < window.Length; i++)
        {
            var tickS = ticks[i] * TickPhase.PeriodS;
            var awayS = tickS - atTickS;
            offsets[i] = window[i].ArrivalS - tickS - (drift.Slope * awayS);
            distanceS += awayS;
        }

        var floor = ArrivalFloor.Below(offsets[..window.Length], TickJitterS);
        return new(floor.ValueS - phase.CentreS,
            floor.HalfWidthS + double.Hypot(phase.HalfWidthS, drift.HalfWidth * distanceS / window.Length));
    }
}
