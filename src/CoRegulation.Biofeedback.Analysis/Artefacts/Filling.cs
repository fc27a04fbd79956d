namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>Shares the time of a mended stretch out among its normal intervals.</summary>
internal static class Filling
{
    /// <summary>How near the next interval must be to guide the filling, in spreads: further off it may be an artefact itself.</summary>
    private const double NearNext = 4;

    /// <summary>How far a stretch may lie off intervals on either side that agree, in spreads and as a share of the level: beyond, the
    /// rhythm did not go on in it (a premature beat that reset the sinus node).</summary>
    private const double OffSpreads = 3;
    private const double OffLevel = 0.05;

    /// <summary>Lays normal intervals on the line from the last normal one to the next, scaled so that their sum is the time of the stretch.</summary>
    /// <param name="nnMs">Receives the intervals, ms.</param>
    /// <param name="comingMs">The intervals that come, the stretch first.</param>
    /// <param name="taken">How many of them are the stretch.</param>
    /// <param name="near">What is known of the intervals before.</param>
    public static void Fill(Span<double> nnMs, ReadOnlySpan<double> comingMs, int taken, in Surroundings near)
    {
        var sumMs = Sum(comingMs[..taken]);
        var meanMs = sumMs / nnMs.Length;
        var leftMs = double.IsNaN(near.LastMs) ? meanMs : near.LastMs;
        var rightMs = comingMs.Length > taken && Math.Abs(comingMs[taken] - meanMs) < NearNext * near.SpreadMs ? comingMs[taken] : meanMs;

        for (var k = 0; k < nnMs.Length; k++)
            nnMs[k] = leftMs + ((rightMs - leftMs) * (k + 1) / (nnMs.Length + 1));
        var scale = sumMs / Sum(nnMs);
        foreach (ref var nn in nnMs)
            nn *= scale;
    }

    /// <summary>Whether the intervals on either side agree with each other but not with the stretch.</summary>
    /// <param name="meanMs">Mean of the filled intervals, ms.</param>
    /// <param name="comingMs">The intervals that come, the stretch first.</param>
    /// <param name="taken">How many of them are the stretch.</param>
    /// <param name="near">What is known of the intervals before.</param>
    public static bool IsOff(double meanMs, ReadOnlySpan<double> comingMs, int taken, in Surroundings near)
    {
        if (double.IsNaN(near.LastMs) || near.Age > 0 || comingMs.Length <= taken)
            return false;
        var nextMs = comingMs[taken];
        var reachMs = Math.Max(OffSpreads * near.SpreadMs, OffLevel * near.LevelMs);
        return Math.Abs(nextMs - near.LastMs) <= reachMs && Math.Abs(meanMs - ((nextMs + near.LastMs) / 2)) > reachMs;
    }

    /// <summary>Sum of intervals, ms.</summary>
    public static double Sum(ReadOnlySpan<double> intervalsMs)
    {
        var sumMs = 0.0;
        foreach (var interval in intervalsMs)
            sumMs += interval;
        return sumMs;
    }
}
