using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Straps;

/// <summary>What a simulated strap sent, and the truth about it.</summary>
public sealed record StrapRun
{
    /// <summary>What arrived, in order of arrival.</summary>
    public required ImmutableArray<SimulatedMessage> Messages { get; init; }

    /// <summary>All notifications in order of sending; those with an arrival are the <see cref="SimulatedNotification"/>s of <see cref="Messages"/>, in their order.</summary>
    public required ImmutableArray<NotificationTruth> Notifications { get; init; }

    /// <summary>The faults that happened, in order of time; those of one kind do not overlap.</summary>
    public required ImmutableArray<StrapFault> Faults { get; init; }

    /// <summary>How much faster than true time the strap's clock ran, parts per million.</summary>
    public required double DriftPpm { get; init; }
}
