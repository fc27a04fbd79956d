using System.Globalization;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Gatt;
using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>What the place of a person says while straps are chosen.</summary>
/// <param name="HeartRate">The strap's heart rate, or a dash.</param>
/// <param name="State">What the strap does; a sentence of what to do where something is to be done.</param>
/// <param name="Attention">Whether somebody should look at the strap.</param>
/// <param name="Contact">Whether it touches the skin; empty where it does not tell.</param>
/// <param name="Battery">Its battery; empty where it did not tell.</param>
/// <param name="Ask">How to find out whose it is; empty while there is no pulse to look at.</param>
internal sealed record PlaceWords(string HeartRate, string State, bool Attention, string Contact, string Battery, string Ask)
{
    private const int LowBatteryPercent = 15;

    /// <summary>A link that holds and brings nothing: what can be done about it.</summary>
    public const string Silence = "It is connected, but nothing comes from it. Wet the electrodes and put it on; if that does not help, take it off for half a minute, so that it starts anew.";

    private static readonly TimeSpan LongConnecting = TimeSpan.FromSeconds(6);

    private static readonly PlaceWords Nothing = new(ReadingWords.NoNumber, "", false, "", "", "");

    /// <summary>The words of a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="since">How long the strap's state has been what it is.</param>
    public static PlaceWords From(Place place, TimeSpan since)
    {
        if (place.Reading is not { } reading)
            return Nothing;
        var works = reading is { State: SensorState.Connected, MessageCount: > 0 };
        return new(
            works && reading.HeartRateBpm is { } bpm ? bpm.ToString(CultureInfo.InvariantCulture) : ReadingWords.NoNumber,
            place.SharesHeartWith is { } other ? $"{other} has the very same beats: one strap is chosen twice. Choose another one for one of you." : StateWords(reading, since),
            place.SharesHeartWith is not null || reading.State is SensorState.Lost or SensorState.Silent or SensorState.GaveUp || reading.Contact is SensorContact.NotDetected
                || reading.HasFallenSilent || reading.RefusedHeartRateBpm is not null,
            ContactWords(reading),
            BatteryWords(reading.BatteryPercent),
            works && reading.HeartRateBpm is not null ? "Is this yours? Breathe in deeply and watch the number, or tap the strap." : "");
    }

    private static string StateWords(StrapReading reading, TimeSpan since) => reading.State switch
    {
        // One sentence while it is connected anew again and again, not one in each of the turns.
        _ when reading is { HasFallenSilent: true, State: SensorState.Silent or SensorState.Connected } or { HasFallenSilent: true, State: SensorState.Lost, Detail: null } =>
            Silence,
        SensorState.Connecting when reading.Detail is null && since < LongConnecting => "connecting",
        SensorState.Connecting => $"connecting, {Seconds(since)} so far. {reading.Detail ?? "Wear it with wet electrodes, near this computer, and close other programs and watches that may hold it."}",
        SensorState.Lost => $"no connection for {Seconds(since)}. {reading.Detail ?? "It comes back by itself as soon as the strap is in range."}",
        SensorState.GaveUp => reading.Detail ?? "This strap cannot be used. Choose another.",
        _ when reading.RefusedHeartRateBpm is { } bpm => string.Create(CultureInfo.InvariantCulture, $"connected, but it sends {bpm} bpm, and no heart beats so. Wet the electrodes and tighten the strap."),
        _ when reading.HeartRateBpm is null && reading.Contact is not SensorContact.NotDetected => "connected, waiting for the first beat",
        _ when reading.LacksIntervals => "connected. It sends no times between beats: heart rate only, no variability.",
        _ => "connected",
    };

    private static string ContactWords(StrapReading reading) => reading.Contact switch
    {
        SensorContact.Detected => "touches the skin",
        SensorContact.NotDetected => "no contact with the skin: wet the electrodes, tighten the strap",
        _ => "",
    };

    private static string BatteryWords(int? percent) => percent switch
    {
        null => "",
        <= LowBatteryPercent => string.Create(CultureInfo.InvariantCulture, $"battery low, {percent} %"),
        _ => string.Create(CultureInfo.InvariantCulture, $"battery {percent} %"),
    };

    private static string Seconds(TimeSpan time) => time.TotalSeconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min");
}
