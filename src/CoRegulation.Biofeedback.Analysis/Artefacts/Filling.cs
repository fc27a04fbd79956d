namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>Shares the time of a mended stretch out among its normal intervals.</summary>
internal static class Filling
{
    public static void Fill(Span<double> nnMs, ReadOnlySpan<double> comingMs, int taken, in Surroundings near)
    {
        var sumMs = 0.0;
        foreach (var rr in comingMs[..taken])
            sumMs += rr;
        var meanMs = sumMs / nnMs.Length;
        var leftMs = double.IsNaN(near.LastMs) ? meanMs : near.LastMs;
        var rightMs = comingMs.Length > taken && Math.Abs(comingMs[taken] - meanMs) < 4 * near.SpreadMs ? comingMs[taken] : meanMs;

        var totalMs = 0.0;
        for (var k = 0; k < nnMs.Length; k++)
            totalMs += nnMs[k] = leftMs + ((rightMs - leftMs) * (k + 1) / (nnMs.Length + 1));
        foreach (ref var nn in nnMs)
            nn *= sumMs / totalMs;
    }
}
