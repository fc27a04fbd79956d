using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;
using CoRegulation.Biofeedback.Sensors.Simulation.Straps;

namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>One person of a scenario.</summary>
public sealed record ScenarioPerson
{
    /// <summary>What the person is called on the screen.</summary>
    public required string Name { get; init => field = Check.Text(value, nameof(Name)); }

    /// <summary>The person's heart.</summary>
    public HeartOptions Heart { get; init; } = new();

    /// <summary>The person's strap.</summary>
    public StrapOptions Strap { get; init; } = new();
}
