using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Gatt;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>What a strap says just now: enough to tell whose it is, and whether it works. Nothing here is analysed.</summary>
public sealed record StrapReading
{
    private static readonly ImmutableArray<double> None = [];

    /// <summary>What the strap is doing; <see cref="SensorState.Connecting"/> at first. Contact is told by <see cref="Contact"/>.</summary>
    public SensorState State { get; init; } = SensorState.Connecting;

    /// <summary>What is wrong and what to do; null where the state says it all.</summary>
    public string? Detail { get; init; }

    /// <summary>Since when the state is what it is, on the clock of the sensor.</summary>
    public required long SinceTimestamp { get; init; }

    /// <summary>The strap's own, smoothed heart rate, bpm; null while none is known.</summary>
    public int? HeartRateBpm { get; init; }

    /// <summary>Whether it touches the skin.</summary>
    public SensorContact Contact { get; init; }

    /// <summary>0 to 100; null while not known.</summary>
    public int? BatteryPercent { get; init; }

    /// <summary>Beats that came since the strap was chosen.</summary>
    public long BeatCount { get; init; }

    /// <summary>The intervals of the newest message that had any, ms, oldest first.</summary>
    public ImmutableArray<double> NewestRrMs { get; init; } = None;

    /// <summary>The newest intervals since it was connected last, by which the strap is known again.</summary>
    public BeatTrail Trail { get; init; } = BeatTrail.Empty;

    /// <summary>Whether messages come, but none has had an interval: such a strap gives a heart rate and no variability.</summary>
    public bool LacksIntervals => MessageCount >= MessagesUntilSure && BeatCount == 0;

    /// <summary>Messages that came since the strap was chosen.</summary>
    public long MessageCount { get; init; }

    // Straps leave intervals out of their first messages, while they find the heart.
    private const int MessagesUntilSure = 20;

    /// <summary>The reading after something more was told.</summary>
    public StrapReading Take(SensorEvent sensorEvent) => sensorEvent switch
    {
        NotificationEvent notification => Take(HeartRateMeasurement.Decode(notification.Bytes.Span)),
        BatteryEvent battery => this with { BatteryPercent = battery.Percent },
        SensorStateEvent { State: SensorState.Contact } => this with { Contact = SensorContact.Detected },
        SensorStateEvent { State: SensorState.NoContact } => this with { Contact = SensorContact.NotDetected, HeartRateBpm = null },
        SensorStateEvent state => Take(state),
        _ => this,
    };

    private StrapReading Take(SensorStateEvent state) => this with
    {
        State = state.State,
        Detail = state.Detail,
        SinceTimestamp = state.State == State ? SinceTimestamp : state.ArrivalTimestamp,
        HeartRateBpm = state.State is SensorState.Connected ? HeartRateBpm : null,
        Contact = state.State is SensorState.Connected ? Contact : SensorContact.NotSupported,
        Trail = state.State is SensorState.Connected ? Trail : BeatTrail.Empty,
    };

    private StrapReading Take(HeartRateMeasurement message) => this with
    {
        // 0 is what straps send when they have none.
        HeartRateBpm = message.Contact is SensorContact.NotDetected || message.HeartRateBpm is 0 ? null : message.HeartRateBpm ?? HeartRateBpm,
        Contact = message.Contact,
        MessageCount = MessageCount + 1,
        BeatCount = BeatCount + message.RrMs.Length,
        NewestRrMs = message.RrMs.IsEmpty ? NewestRrMs : message.RrMs,
        Trail = Trail.Add(message.RrMs),
    };
}
