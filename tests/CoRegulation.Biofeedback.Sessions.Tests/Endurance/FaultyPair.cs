using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Straps;

namespace CoRegulation.Biofeedback.Sessions.Tests.Endurance;

/// <summary>Two people whose straps have something wrong every minute, and clocks that run apart by as much as cheap crystals do at worst.</summary>
internal static class FaultyPair
{
    public const double DriftPpm = 100;

    private static readonly (StrapFaultKind Kind, double ShortestS, double LongestS)[] Kinds =
    [
        (StrapFaultKind.LinkLost, 2, 15),
        (StrapFaultKind.LostNotifications, 1, 10),
        (StrapFaultKind.RadioTrouble, 2, 5),
        (StrapFaultKind.Duplicates, 1, 5),
        (StrapFaultKind.NoContact, 3, 15),
    ];

    public static SimulatedSession Run(double durationS, int seed)
    {
        var scenario = Scenarios.Settling;
        return Simulator.Run(
            scenario with
            {
                A = scenario.A with { Strap = Strap(durationS, seed, DriftPpm) },
                B = scenario.B! with { Strap = Strap(durationS, seed + 1, -DriftPpm) },
            },
            seed,
            durationS);
    }

    private static StrapOptions Strap(double durationS, int seed, double driftPpm)
    {
        var chance = new Random(seed);
        var faults = ImmutableArray.CreateBuilder<StrapFault>();
        for (var minute = 0; (minute + 1) * 60 <= durationS; minute++)
        {
            var (kind, shortestS, longestS) = Kinds[chance.Next(Kinds.Length)];
            faults.Add(new(kind, (minute * 60) + 3 + (chance.NextDouble() * 40), shortestS + (chance.NextDouble() * (longestS - shortestS))));
        }

        return new() { DriftPpm = new(driftPpm, driftPpm), Faults = faults.ToImmutable() };
    }
}
