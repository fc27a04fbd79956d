namespace CoRegulation.Biofeedback.Benchmarks.Hrv;

/// <summary>Intervals for measuring: a slow wave, a breath and chance, the same every time.</summary>
internal static class BeatsOfADay
{
    /// <summary>So many intervals of some 0.945 s, so that 80,000 fill 302,400 samples at 4 Hz.</summary>
    public static double[] NnMs(int count)
    {
        var chance = new Random(1);
        var timeS = 0.0;
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var nn = 945 + (40 * Math.Sin(0.6 * timeS)) + (25 * Math.Sin(1.6 * timeS)) + (60 * (chance.NextDouble() - 0.5));
            timeS += nn / 1000;
            return nn;
        })];
    }
}
