using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

namespace CoRegulation.Biofeedback.Analysis.Tests.Breathing;

/// <summary>Breathing read from simulated hearts, beside their true breathing and what a plain spectral peak says.</summary>
internal static class BreathingStudy
{
    /// <summary>What is breathed and by whom.</summary>
    public sealed record Case(string Name, HeartOptions Heart, double? PacedPerMin = null, bool TellPacer = false, double AgeYears = 40);

    /// <summary>One window. Rates in breaths/min, sizes in ms.</summary>
    public sealed record Window(double TruePerMin, double TrueRsaMs, BreathingEstimate Ours, double[] NnMs, double FastestPerMin)
    {
        public double Error => Math.Abs(Ours.RatePerMin - TruePerMin);

        /// <summary>The highest peak of the spectrum where breathing is looked for.</summary>
        public double PeakPerMin => SpectralPeak(NnMs, 4, FastestPerMin);

        /// <summary>The highest peak of the spectrum in the high frequencies, 0.15 to 0.4 Hz for adults.</summary>
        public double HighPeakPerMin => SpectralPeak(NnMs, 9, Math.Max(24, 0.8 * FastestPerMin));
    }

    public static Case Rest { get; } = new("adult at rest", new());

    public static Case Child { get; } = new("child of 5, 105 to 130 bpm", new()
    {
        MeanBpm = new(105, 130),
        MayerBpm = new(1.0, 1.8),
        RsaBpm = new(2, 5),
        BreathingHz = new(0.3, 0.42),
    }, AgeYears: 5);

    public static Case Irregular { get; } = new("very irregular", new() { BreathingSdHz = 0.12 });

    public static Case None { get; } = new("no arrhythmia at all", new() { RsaBpm = 0 });

    /// <summary>All, in the order of the table.</summary>
    public static IEnumerable<Case> All { get; } =
    [
        Rest,
        new("adult at rest, slow waves small", new() { MeanBpm = 64, SlowBpm = new(0.7, 1.0), MayerBpm = new(0.6, 1.0), RsaBpm = new(1.2, 2.0) }),
        Child,
        new("child of 2, 100 to 120 bpm", new() { MeanBpm = new(100, 120), RsaBpm = new(1.5, 3), BreathingHz = new(0.4, 0.5) }, AgeYears: 2),
        new("small arrhythmia, 0.4 to 0.8 bpm", new() { SlowBpm = new(0.8, 1.5), MayerBpm = new(0.4, 0.8), RsaBpm = new(0.4, 0.8) }),
        new("shallow, 0.3 bpm", new() { RsaBpm = 0.3 }),
        None,
        new("free, about 9 a minute", new() { BreathingHz = new(0.13, 0.17) }),
        new("rather irregular", new() { BreathingSdHz = 0.06 }),
        Irregular,
        new("fast, near half the heart rate", new() { MeanBpm = new(56, 62), BreathingHz = new(0.42, 0.46), BreathingSdHz = 0.01 }),
        new("faster than half the heart rate", new() { MeanBpm = new(46, 50), BreathingHz = new(0.45, 0.5), BreathingSdHz = 0.01 }),
        .. new double[] { 4, 5, 6, 7, 9, 12, 15 }.Select(perMin => Paced(perMin)),
        .. new double[] { 4, 5, 6, 7 }.Select(perMin => Paced(perMin, told: true)),
    ];

    public static Case Paced(double perMin, bool told = false) =>
        new(FormattableString.Invariant($"paced at {perMin}{(told ? ", pacer told" : "")}"), new(), perMin, told);

    /// <summary>Reads windows of a minute, every 20 s of five minutes, of hearts of as many seeds.</summary>
    public static List<Window> Run(Case what, int seeds, double everyS = 20)
    {
        var options = BreathingOptions.ForAge(what.AgeYears);
        var estimator = new BreathingEstimator(options);
        var windows = new List<Window>();
        for (var seed = 1; seed <= seeds; seed++)
        {
            var truth = Simulator.Run(
                new()
                {
                    Name = "breathing",
                    Title = what.Name,
                    Description = what.Name,
                    DurationS = 300,
                    A = new() { Name = "A", Heart = what.Heart },
                    Pacer = what.PacedPerMin is { } perMin ? [new(0, perMin)] : [],
                },
                seed).Truth.People[0];
            for (var endS = 70.0; endS <= 300; endS += everyS)
                windows.Add(Read(truth, endS, estimator, options, what.TellPacer ? what.PacedPerMin!.Value : double.NaN));
        }

        return windows;
    }

    private static Window Read(PersonTruth truth, double endS, BreathingEstimator estimator, BreathingOptions options, double pacedPerMin)
    {
        // Straps count 1/1024 s.
        var beatsS = truth.BeatTimesS.Where(timeS => timeS > endS - options.WindowS && timeS <= endS).Select(timeS => Math.Round(timeS * 1024) / 1024).ToArray();
        double[] nnMs = [.. beatsS.Zip(beatsS.Skip(1), (from, to) => 1000 * (to - from))];
        var (first, count) = ((int)((endS - options.WindowS) * PersonTruth.SamplesPerSecond), (int)(options.WindowS * PersonTruth.SamplesPerSecond));
        var meanBpm = truth.RateBpm.AsSpan(first, count).ToArray().Average();
        var rsaBpm = Math.Sqrt(truth.RsaBpm.AsSpan(first, count).ToArray().Average(bpm => bpm * bpm));
        return new(
            60 * truth.BreathingHz.AsSpan(first, count).ToArray().Average(),
            2 * Math.Sqrt(2) * rsaBpm * 60_000 / (meanBpm * meanBpm),
            estimator.Estimate(nnMs, pacedPerMin),
            nnMs,
            options.FastestPerMin);
    }

    // The usual way: straight lines through the tachogram at 4 Hz, mean off, a Hann window, the highest frequency of a fine grid.
    private static double SpectralPeak(double[] nnMs, double fromPerMin, double toPerMin)
    {
        var timesS = new double[nnMs.Length];
        for (var i = 1; i < timesS.Length; i++)
            timesS[i] = timesS[i - 1] + nnMs[i] / 1000;
        var samples = new double[(int)(timesS[^1] * 4) + 1];
        for (int i = 0, beat = 0; i < samples.Length; i++)
        {
            while (beat + 2 < timesS.Length && timesS[beat + 1] < i / 4.0)
                beat++;
            samples[i] = nnMs[beat] + (nnMs[beat + 1] - nnMs[beat]) * (i / 4.0 - timesS[beat]) / (timesS[beat + 1] - timesS[beat]);
        }

        var mean = samples.Average();
        var windowed = samples.Select((x, i) => (x - mean) * (0.5 - 0.5 * Math.Cos(2 * Math.PI * i / (samples.Length - 1)))).ToArray();
        var (best, at) = (0.0, fromPerMin);
        for (var perMin = fromPerMin; perMin <= toPerMin; perMin += 0.1)
        {
            double real = 0, imaginary = 0;
            for (var i = 0; i < windowed.Length; i++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * perMin / 60 * i / 4);
                real += windowed[i] * cos;
                imaginary += windowed[i] * sin;
            }

            if (real * real + imaginary * imaginary is var power && power > best)
                (best, at) = (power, perMin);
        }

        return at;
    }
}
