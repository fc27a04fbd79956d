using CoRegulation.Biofeedback.Analysis.Baselines;

namespace CoRegulation.Biofeedback.Analysis.Anchors;

/// <summary>When a heart rate was up and came back, in hindsight.</summary>
internal static class Returns
{
    // Two minutes of medians of 10 s: as long as the stretch that stands in for a baseline.
    private const int CalmPoints = 12;

    // As for the return of an episode: within one spread, or 2 bpm where that is less.
    private const double LeastSpreadBpm = 2;

    /// <summary>Marks the points between leaving the lowest level and coming back, for each rise that is large enough.</summary>
    /// <param name="bpm">Medians in order; NaN where there is none.</param>
    /// <param name="baseline">The own baseline. A baseline phase in which the heart rate was already up does not hide that: the lowest level
    /// is that of the calmest two minutes without a gap where it is lower.</param>
    /// <param name="options">How large.</param>
    /// <param name="isReturning">As many; set throughout.</param>
    /// <param name="scratch">Space for the medians of two minutes.</param>
    /// <returns>Whether there is one.</returns>
    public static bool Mark(ReadOnlySpan<double> bpm, Baseline baseline, AnchorOptions options, Span<bool> isReturning, double[] scratch)
    {
        isReturning.Clear();
        var lowest = Math.Min(baseline.Bpm, Calmest(bpm, scratch));
        var low = lowest + Math.Max(baseline.SpreadBpm, LeastSpreadBpm);
        var needBpm = Math.Max(options.RiseBpm, options.RiseSpreads * baseline.SpreadBpm);
        var (start, peak, any) = (-1, double.NaN, false);
        for (var i = 0; i < bpm.Length; i++)
        {
            if (double.IsNaN(bpm[i]))
                continue;
            if (start < 0 && bpm[i] > low)
                (start, peak) = (i, bpm[i]);
            if (start < 0)
                continue;

            peak = Math.Max(peak, bpm[i]);
            var isRise = peak - lowest >= needBpm;
            if (isRise && i > start && bpm[i] <= Math.Max(low, lowest + (options.BackShare * (peak - lowest))))
            {
                isReturning[start..(i + 1)].Fill(true);
                any = true;
                (start, peak) = (i, bpm[i]);
            }

            if (bpm[i] <= low)
                start = -1;
        }

        return any;
    }

    private static double Calmest(ReadOnlySpan<double> bpm, double[] scratch)
    {
        var (calmest, run) = (double.PositiveInfinity, 0);
        for (var i = 0; i < bpm.Length; i++)
        {
            run = double.IsNaN(bpm[i]) ? 0 : run + 1;
            if (run < CalmPoints)
                continue;
            var stretch = scratch.AsSpan(0, CalmPoints);
            bpm.Slice(i - CalmPoints + 1, CalmPoints).CopyTo(stretch);
            stretch.Sort();
            calmest = Math.Min(calmest, (stretch[(CalmPoints - 1) / 2] + stretch[CalmPoints / 2]) / 2);
        }

        return calmest;
    }
}
