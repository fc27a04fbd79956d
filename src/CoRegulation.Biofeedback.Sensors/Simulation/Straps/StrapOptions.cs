using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>A simulated strap; the defaults are those of a chest strap that works well.</summary>
public sealed record StrapOptions
{
    /// <summary>When it sends. Default: on its tick, as most chest straps do.</summary>
    public EmissionStyle Emission { get; init; }

    /// <summary>Time between ticks on the strap's own clock, s, 0.1 to 2.5: a message has room for nine intervals. Default 1.</summary>
    public double TickS { get; init => field = Check.In(value, 0.1, 2.5, nameof(TickS)); } = 1;

    /// <summary>How much faster than true time its clock runs, parts per million. Default within 40, as cheap crystals are.</summary>
    public Between DriftPpm { get; init => field = Check.In(value, -10_000, 10_000, nameof(DriftPpm)); } = new(-40, 40);

    /// <summary>The least delay from sending to arrival, s, the same for all messages. Default 0.04: one or two connection intervals.</summary>
    public double LatencyS { get; init => field = Check.In(value, 0, 10, nameof(LatencyS)); } = 0.04;

    /// <summary>Distribution of the delay above it.</summary>
    public JitterShape Jitter { get; init; }

    /// <summary>Mean of the exponential jitter, ms. Default 25.</summary>
    public double JitterMeanMs { get; init => field = Check.In(value, 0, 10_000, nameof(JitterMeanMs)); } = 25;

    /// <summary>Largest jitter, ms. Default 300.</summary>
    public double JitterMaxMs { get; init => field = Check.In(value, 0, 10_000, nameof(JitterMaxMs)); } = 300;

    /// <summary>Whether its messages speak of skin contact. Default yes.</summary>
    public bool ReportsContact { get; init; } = true;

    /// <summary>Whether every tenth message holds the energy expended. Default no, as few straps do.</summary>
    public bool ReportsEnergy { get; init; }

    /// <summary>Battery at the start, percent. Default 90.</summary>
    public double BatteryPercent { get; init => field = Check.In(value, 0, 100, nameof(BatteryPercent)); } = 90;

    /// <summary>What the battery loses in an hour, percent. Default 0.25: a coin cell lasts about 400 h.</summary>
    public double BatteryLossPerHour { get; init => field = Check.In(value, 0, 1000, nameof(BatteryLossPerHour)); } = 0.25;

    /// <summary>Faults at given times.</summary>
    public ImmutableArray<StrapFault> Faults { get; init; } = [];

    /// <summary>Faults at random times.</summary>
    public ImmutableArray<StrapFaultRate> FaultRates { get; init; } = [];
}
