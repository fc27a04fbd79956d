using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>A strap in range.</summary>
internal sealed record SightingJson
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Tail { get; init; }

    public required int? SignalDbm { get; init; }

    public required int? BatteryPercent { get; init; }

    public required bool HasHeartRateService { get; init; }

    /// <summary>The place that has it; null while it is free.</summary>
    public required string? ChosenBy { get; init; }

    public required SightingWords Text { get; init; }

    public static SightingJson From(SeenStrap strap, string? chosenBy) => new()
    {
        Id = strap.Sighting.Id,
        Name = strap.Sighting.Name,
        Tail = strap.Tail,
        SignalDbm = strap.Sighting.SignalDbm,
        BatteryPercent = strap.Sighting.BatteryPercent,
        HasHeartRateService = strap.Sighting.HasHeartRateService,
        ChosenBy = chosenBy,
        // A strap that is connected does not advertise: that it is not seen says nothing.
        Text = SightingWords.From(chosenBy is null ? strap : strap with { HasGoneQuiet = false }),
    };
}
