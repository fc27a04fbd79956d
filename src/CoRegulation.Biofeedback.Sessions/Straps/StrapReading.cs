using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sessions.Engine;

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

    /// <summary>The strap's own, smoothed heart rate, bpm; null while none is known, and where no heart beats so.</summary>
    public int? HeartRateBpm { get; init; }

    /// <summary>The heart rate that the strap told last, bpm, where no heart beats so; null otherwise. 0, which straps send when they have none, is not told of.</summary>
    public int? RefusedHeartRateBpm { get; init; }

    /// <summary>Whether the strap fell silent while it was connected, and no message has come since, though it was connected anew. When connecting fails, that is what is wrong now.</summary>
    public bool HasFallenSilent { get; init; }

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
    public bool LacksIntervals => MessageCount >= OwnHeartRate.MessagesUntilSure && BeatCount == 0;

    /// <summary>Messages that came since the strap was chosen.</summary>
    public long MessageCount { get; init; }

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
        RefusedHeartRateBpm = state.State is SensorState.Connected ? RefusedHeartRateBpm : null,
        HasFallenSilent = state.State is SensorState.Silent || (HasFallenSilent && state is not { State: SensorState.Lost, Detail: not null }),
        Contact = state.State is SensorState.Connected ? Contact : SensorContact.NotSupported,
        Trail = state.State is SensorState.Connected ? Trail : BeatTrail.Empty,
    };

    private StrapReading Take(HeartRateMeasurement message)
    {
        var told = message.Contact is SensorContact.NotDetected ? null : message.HeartRateBpm ?? HeartRateBpm;
        var isPossible = told is { } bpm && OwnHeartRate.IsPossible(bpm);
        return this with
        {
            HeartRateBpm = isPossible ? told : null,
            RefusedHeartRateBpm = isPossible || told is 0 ? null : told,
            HasFallenSilent = false,
            Contact = message.Contact,
            MessageCount = MessageCount + 1,
            BeatCount = BeatCount + message.RrMs.Length,
            NewestRrMs = message.RrMs.IsEmpty ? NewestRrMs : message.RrMs,
            Trail = Trail.Add(message.RrMs),
        };
    }
}
