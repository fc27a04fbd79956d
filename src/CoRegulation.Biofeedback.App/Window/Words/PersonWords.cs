using System.Globalization;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Sessions.Snapshots;
using Strap = CoRegulation.Biofeedback.Sessions.Snapshots.Signal;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>What the card of a person says.</summary>
/// <param name="HeartRate">The number, or a dash.</param>
/// <param name="Rmssd">The number, or a dash.</param>
/// <param name="RmssdNote">Why there is no RMSSD, or how much of it is corrected where that matters; else empty.</param>
/// <param name="Breathing">Breaths a minute, or a dash.</param>
/// <param name="Signal">The state of the signal, or why there is no heart rate.</param>
/// <param name="Attention">Whether somebody should look at the strap.</param>
/// <param name="Battery">The strap's battery; empty when it did not tell.</param>
/// <param name="Baseline">Where the heart rate stands to the own baseline.</param>
internal sealed record PersonWords(
    string HeartRate, string Rmssd, string RmssdNote, string Breathing, string Signal, bool Attention, string Battery, string Baseline)
{
    private const int LowBatteryPercent = 15;

    /// <summary>From here on the share of corrected beats matters to what is made of them.</summary>
    private static readonly double NotedCorrectedPercent = 100 * new HrvOptions().CautionCorrectedShare;

    /// <summary>The words for a person at an instant of session time, s.</summary>
    public static PersonWords From(PersonSnapshot person, double timeS) => new(
        ReadingWords.Number(person.HeartRateBpm),
        ReadingWords.Number(person.RmssdMs),
        NoteOnRmssd(person, timeS),
        ReadingWords.Number(person.BreathingPerMin),
        SignalWords(person),
        person.Signal is Strap.NoContact or Strap.Lost || person is { Signal: Strap.Good, RefusedHeartRateBpm: not null },
        BatteryWords(person.BatteryPercent),
        BaselineWords(person));

    private static string NoteOnRmssd(PersonSnapshot person, double timeS)
    {
        if (person.RmssdMs.Value is null)
        {
            if (person is { LacksIntervals: true, RmssdMs.State: ReadingState.NotEnoughData })
                return "no times between beats";
            if (person.Signal is Strap.Waiting)
                return ""; // that it is waited for stands above, and nobody knows how long
            return person is { Rhythm: Rhythm.NotRecoverable, RmssdMs.State: ReadingState.NotEnoughData }
                ? "rhythm too irregular for it"
                : ReadingWords.Reason(person.RmssdMs, WarmUp.LeftS(WarmUp.RmssdS, timeS));
        }

        return person.CorrectedPercent.Value >= NotedCorrectedPercent
            ? $"{ReadingWords.Number(person.CorrectedPercent)} % of beats corrected"
            : "";
    }

    private static string SignalWords(PersonSnapshot person) => person.Signal switch
    {
        Strap.Waiting => "waiting for the strap",
        Strap.NoContact => "no contact",
        Strap.Lost => "signal lost",
        _ when person.RefusedHeartRateBpm is { } bpm => bpm == 0 ? "sends no heart rate" : string.Create(CultureInfo.InvariantCulture, $"{bpm} bpm cannot be"),
        _ when person.HeartRateBpm.Value is null => ReadingWords.Reason(person.HeartRateBpm),
        _ => "signal good",
    };

    private static string BatteryWords(int? percent) => percent switch
    {
        null => "",
        <= LowBatteryPercent => string.Create(CultureInfo.InvariantCulture, $"battery low, {percent} %"),
        _ => string.Create(CultureInfo.InvariantCulture, $"battery {percent} %"),
    };

    private static string BaselineWords(PersonSnapshot person)
    {
        if (person.BaselineBpm.Value is not { } baseline)
            return person.LacksIntervals ? "no own baseline without times between beats" : "baseline not yet known";
        if (person.HeartRateBpm.Value is not { } rate)
            return $"baseline {ReadingWords.Format(baseline, 0)} bpm";
        if (person.Episode.Current is { HasReturned: false, SincePeakS: var sincePeakS } && rate > baseline)
            return EpisodeWords.Now(rate - baseline, sincePeakS);
        var above = Math.Round(rate, MidpointRounding.AwayFromZero) - Math.Round(baseline, MidpointRounding.AwayFromZero);
        return above switch
        {
            0 => "at own baseline",
            > 0 => $"{ReadingWords.Format(above, 0)} bpm above own baseline",
            _ => $"{ReadingWords.Format(-above, 0)} bpm below own baseline",
        };
    }
}
