namespace CoRegulation.Biofeedback.Analysis.Tests.Episodes;

/// <summary>What happens to a heart rate on the 4 Hz grid, in place.</summary>
internal static class Made
{
    /// <summary>A straight rise and an exponential return.</summary>
    public static double[] Rise(this double[] bpm, double onsetS, double riseS, double amplitudeBpm, double timeConstantS)
    {
        for (var i = 0; i < bpm.Length; i++)
        {
            var sinceS = (i / 4.0) - onsetS;
            bpm[i] += amplitudeBpm * (sinceS <= 0 ? 0 : sinceS < riseS ? sinceS / riseS : Math.Exp((riseS - sinceS) / timeConstantS));
        }

        return bpm;
    }

    /// <summary>A shift for some time.</summary>
    public static double[] Add(this double[] bpm, int fromS, int toS, double shiftBpm)
    {
        for (var i = 4 * fromS; i < 4 * toS; i++)
            bpm[i] += shiftBpm;
        return bpm;
    }

    /// <summary>Nothing known for some time.</summary>
    public static double[] Gap(this double[] bpm, int fromS, int toS)
    {
        bpm.AsSpan((4 * fromS)..(4 * toS)).Fill(double.NaN);
        return bpm;
    }
}
