using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.Simulation.Chance;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>Breathing: the wave that it makes in the heart rate (RMS 1 while breathing is free) and its rate.</summary>
internal sealed record BreathingWave(double[] Wave, double[] RateHz)
{
    private const double LowestHz = 0.08, HighestHz = 0.5, DepthSpread = 0.2;

    // How fast a person falls in with the pacer, and out of it.
    private const double FallInS = 3;

    /// <summary>Breathing whose rate wanders about a mean, falling in with the pacer where there is one.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="meanHz">Mean rate, Hz.</param>
    /// <param name="options">How it wanders, and how it keeps to the pacer.</param>
    /// <param name="pacer">The pacer, in order of time; empty for none.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">Whose it is.</param>
    public static BreathingWave Generate(
        Grid grid, double meanHz, HeartOptions options, ImmutableArray<PacerChange> pacer, int seed, string stream)
    {
        var rateNoise = Slow("rate");
        var depthNoise = Slow("depth");
        var pacedNoise = pacer.IsEmpty ? depthNoise : Slow("paced");
        var phase = new SeededRandom(seed, $"{stream}/phase").NextDouble();
        var delayS = options.PacedDelaySdS * new SeededRandom(seed, $"{stream}/delay").Gaussian();

        double[] wave = new double[grid.Count], rateHz = new double[grid.Count];
        double pacedHz = 0, gain = 1;
        for (int i = 0, next = 0; i < grid.Count; i++)
        {
            var timeS = grid.TimeS(i);
            for (; next < pacer.Length && pacer[next].TimeS <= timeS; next++)
                pacedHz = pacer[next].PerMin / 60 ?? 0;

            var hz = Math.Clamp(meanHz + options.BreathingSdHz * rateNoise[i], LowestHz, HighestHz);
            if (pacedHz > 0)
            {
                var behind = pacedHz * (timeS - delayS - options.PacedWanderS * pacedNoise[i]) - phase;
                hz = Math.Clamp(pacedHz + (behind - Math.Round(behind)) / FallInS, LowestHz / 2, HighestHz);
            }

            gain += ((pacedHz > 0 ? options.PacedRsaGain : 1) - gain) * Grid.StepS / FallInS;
            // The second term keeps the RMS at 1 while the depth varies: the RMS of exp(s n) is exp(s^2) for normal n.
            var depth = PortableMath.Exp(DepthSpread * depthNoise[i] - DepthSpread * DepthSpread);
            wave[i] = Math.Sqrt(2) * gain * depth * PortableMath.SinTurns(phase);
            rateHz[i] = hz;
            phase += hz * Grid.StepS;
        }

        return new(wave, rateHz);

        double[] Slow(string purpose) => BandNoise.Generate(
            new(seed, $"{stream}/{purpose}"), 0.002, 0.05, flat: false, grid.StartS, Grid.StepS, grid.Count);
    }
}
