using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.Simulation.Chance;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>All faults of a session, scheduled and drawn; overlapping ones of a kind are one.</summary>
internal sealed class FaultTimes
{
    private readonly StrapFault[][] _byKind;

    public FaultTimes(StrapOptions options, double durationS, int seed, string person)
    {
        _byKind = [.. Enum.GetValues<StrapFaultKind>().Select(kind => Merge(options.Faults.Where(fault => fault.Kind == kind)
            .Concat(options.FaultRates.Where(rate => rate.Kind == kind)
                .SelectMany((rate, i) => Draw(rate, durationS, new(seed, $"{person}/strap/faults/{kind}/{i}"))))))];
        All = [.. _byKind.SelectMany(faults => faults).Where(fault => fault.StartS < durationS).OrderBy(fault => fault.StartS)];
    }

    public ImmutableArray<StrapFault> All { get; }

    public IReadOnlyList<StrapFault> Of(StrapFaultKind kind) => _byKind[(int)kind];

    /// <summary>The fault of a kind that lies at a time.</summary>
    public StrapFault? At(StrapFaultKind kind, double timeS) => Touching(kind, timeS, timeS);

    /// <summary>The first fault of a kind that has a time in common with [fromS, toS].</summary>
    public StrapFault? Touching(StrapFaultKind kind, double fromS, double toS)
    {
        foreach (var fault in _byKind[(int)kind])
        {
            if (fault.StartS > toS)
                return null;
            if (fault.EndS > fromS)
                return fault;
        }

        return null;
    }

    private static IEnumerable<StrapFault> Draw(StrapFaultRate rate, double durationS, SeededRandom random)
    {
        for (var timeS = random.Exponential(60 / rate.PerMin); timeS < durationS; timeS += random.Exponential(60 / rate.PerMin))
            yield return new(rate.Kind, timeS, rate.DurationS.Draw(random));
    }

    private static StrapFault[] Merge(IEnumerable<StrapFault> faults)
    {
        var merged = new List<StrapFault>();
        foreach (var fault in faults.OrderBy(fault => fault.StartS))
        {
            if (merged.Count > 0 && merged[^1].EndS >= fault.StartS)
                merged[^1] = new(fault.Kind, merged[^1].StartS, Math.Max(merged[^1].EndS, fault.EndS) - merged[^1].StartS);
            else
                merged.Add(fault);
        }

        return [.. merged];
    }
}
