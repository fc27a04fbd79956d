using System.Collections.Immutable;
using CoRegulation.Biofeedback.App.Window.Radio;
using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>A place: who sits there and what the strap says.</summary>
internal sealed record PlaceJson
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether the person takes part in a session that runs.</summary>
    public required bool TakesPart { get; init; }

    public required StrapJson? Strap { get; init; }

    /// <summary>The strap of last time, where the name is known.</summary>
    public required StrapJson? Remembered { get; init; }

    public required SensorState? State { get; init; }

    public required double? SinceS { get; init; }

    public required int? HeartRateBpm { get; init; }

    public required SensorContact? Contact { get; init; }

    public required int? BatteryPercent { get; init; }

    /// <summary>Beats since the strap was chosen: each one more is a beat of the pulse.</summary>
    public required long BeatCount { get; init; }

    /// <summary>The intervals before the newest beats, ms.</summary>
    public required ImmutableArray<double> NewestRrMs { get; init; }

    /// <summary>Whether the strap is reached through a browser and no open page has it: one click on Reconnect is needed.</summary>
    public required bool NeedsReconnect { get; init; }

    public required PlaceWords Text { get; init; }

    public static PlaceJson From(Place place, bool takesPart, BrowserBackend? browser, TimeProvider time)
    {
        var since = place.Reading is { } told ? time.GetElapsedTime(told.SinceTimestamp) : TimeSpan.Zero;
        return new()
        {
            Id = place.Id,
            Name = place.Name,
            TakesPart = takesPart,
            Strap = place.StrapId is null ? null : StrapJson.Of(place.StrapId, place.StrapName!),
            Remembered = place.Remembered is { } before ? StrapJson.Of(before.Id, before.Name) : null,
            State = place.Reading?.State,
            SinceS = place.Reading is null ? null : Math.Round(since.TotalSeconds, 1),
            HeartRateBpm = place.Reading?.HeartRateBpm,
            Contact = place.Reading?.Contact,
            BatteryPercent = place.Reading?.BatteryPercent,
            BeatCount = place.Reading?.BeatCount ?? 0,
            NewestRrMs = place.Reading?.NewestRrMs ?? [],
            NeedsReconnect = browser is not null && BrowserIdentity.DeviceOf(place.StrapId) is not null && !browser.IsHeld(place.StrapId!),
            Text = PlaceWords.From(place, since),
        };
    }
}
