using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.Simulation.Straps;
using CsCheck;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation.Straps;

/// <summary>Straps and hearts for property tests.</summary>
internal static class StrapGen
{
    public static readonly Gen<StrapFaultRate> FaultRate =
        Gen.Select(Gen.Enum<StrapFaultKind>(), Gen.Double[0.2, 4], Gen.Double[0.5, 8])
            .Select((kind, perMin, durationS) => new StrapFaultRate(kind, perMin, durationS));

    public static readonly Gen<StrapOptions> Faultless =
        Gen.Select(Gen.Enum<EmissionStyle>(), Gen.Enum<JitterShape>(), Gen.Double[-100, 100], Gen.Double[0, 300], Gen.Bool)
            .Select((emission, jitter, driftPpm, jitterMaxMs, reports) => new StrapOptions
            {
                Emission = emission,
                Jitter = jitter,
                DriftPpm = driftPpm,
                JitterMaxMs = jitterMaxMs,
                ReportsContact = reports,
                ReportsEnergy = !reports,
            });

    public static readonly Gen<StrapOptions> Any =
        Gen.Select(Faultless, FaultRate.Array[0, 5]).Select((options, rates) => options with { FaultRates = [.. rates] });

    public static readonly Gen<int> Seed = Gen.Int[0, 1_000_000];

    /// <summary>A heart that varies, 200 s long.</summary>
    public static readonly Gen<double[]> Beats = Gen.Double[0.4, 1.3].Array[300].Select(rrS =>
    {
        var timeS = 0.0;
        return rrS.Select(rr => timeS += rr).TakeWhile(t => t <= 200).ToArray();
    });

    /// <summary>A heart of exactly 75 beats a minute.</summary>
    public static ImmutableArray<double> Regular(double durationS) => [.. Enumerable.Range(1, (int)(durationS / 0.8)).Select(i => i * 0.8)];
}
