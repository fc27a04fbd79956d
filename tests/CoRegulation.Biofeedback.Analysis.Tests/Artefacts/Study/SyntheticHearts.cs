namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

/// <summary>Clean intervals of made-up hearts, by seeded chance: level, slow waves (1/f), a blood-pressure wave and breathing.</summary>
internal static class SyntheticHearts
{
    /// <summary>A young adult at rest.</summary>
    public static double[] Rest(int seed, int count = 900) => Heart(seed, count, _ => 900, slowMs: 40, pressureMs: 25, breathMs: 35, breathHz: 0.25, noiseMs: 8);

    /// <summary>A calm sleeper with hardly any variability, in steps of 1/128 s.</summary>
    public static double[] Calm(int seed, int count = 900) =>
        Array.ConvertAll(Heart(seed, count, _ => 760, slowMs: 20, pressureMs: 3, breathMs: 3, breathHz: 0.28, noiseMs: 2), rr => Math.Round(rr / 7.8125) * 7.8125);

    /// <summary>A child: fast, with a marked respiratory arrhythmia.</summary>
    public static double[] Child(int seed, int count = 900) => Heart(seed, count, _ => 520, slowMs: 25, pressureMs: 12, breathMs: 30, breathHz: 0.35, noiseMs: 5);

    /// <summary>A trained sleeper whose intervals change by 15 % and more from beat to beat with each breath.</summary>
    public static double[] StrongBreathing(int seed, int count = 900) =>
        Heart(seed, count, _ => 1050, slowMs: 50, pressureMs: 30, breathMs: 110, breathHz: 0.22, noiseMs: 12);

    /// <summary>Rest, a start within half a minute, hard exercise, recovery; in steps of 1 ms.</summary>
    public static double[] Exercise(int seed, int count = 900) => Array.ConvertAll(
        Heart(seed, count, i => i < 200 ? 850 : i < 250 ? 850 - (8.5 * (i - 200)) : i < 600 ? 425 - (0.2 * (i - 250)) : 355 + (350 * (1 - Math.Exp((600 - i) / 60.0))),
            slowMs: 8, pressureMs: 5, breathMs: 6, breathHz: 0.4, noiseMs: 3), Math.Round);

    /// <summary>Atrial fibrillation: independent intervals, from 300 ms on with a mean of 800 ms (gamma and normal).</summary>
    public static double[] Fibrillation(int seed, int count = 900)
    {
        var chance = new Random(seed);
        const int shape = 20;
        return [.. Enumerable.Range(0, count).Select(_ => Math.Round(300 + (420.0 / shape * Enumerable.Range(0, shape).Sum(_ => -Math.Log(1 - chance.NextDouble())) * 1.2)
            + (60 * Normal(chance))))];
    }

    /// <summary>Every second beat is ventricular.</summary>
    public static double[] Bigeminy(int seed, int count = 900)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Math.Round((i % 2 is 0 ? 560 : 1080) + (20 * Normal(chance))))];
    }

    private static double[] Heart(
        int seed, int count, Func<int, double> levelMs, double slowMs, double pressureMs, double breathMs, double breathHz, double noiseMs)
    {
        var chance = new Random(seed);
        var slow = new double[5];
        var (timeS, breathPhase, pressurePhase) = (0.0, 0.0, 0.0);
        var rrMs = new double[count];
        for (var i = 0; i < count; i++)
        {
            // Sums of relaxing noises of 2 to 512 s make 1/f.
            var drift = 0.0;
            for (var k = 0; k < slow.Length; k++)
            {
                var keep = Math.Exp(-1 / Math.Pow(4, k + 1));
                slow[k] = (keep * slow[k]) + (Math.Sqrt(1 - (keep * keep)) * Normal(chance));
                drift += slow[k];
            }

            var depth = 1 + (0.4 * Math.Sin(timeS / 37));
            var breath = Math.Sin(breathPhase) + (0.3 * Math.Sin(2 * breathPhase));
            rrMs[i] = levelMs(i) + (slowMs * drift / Math.Sqrt(slow.Length))
                + (pressureMs * Math.Sin(pressurePhase)) + (breathMs * depth * breath) + (noiseMs * Normal(chance));
            var stepS = rrMs[i] / 1000;
            timeS += stepS;
            breathPhase += 2 * Math.PI * stepS * breathHz * (1 + (0.2 * Normal(chance)));
            pressurePhase += 2 * Math.PI * stepS * 0.1 * (1 + (0.3 * Normal(chance)));
        }

        return rrMs;
    }

    private static double Normal(Random chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
