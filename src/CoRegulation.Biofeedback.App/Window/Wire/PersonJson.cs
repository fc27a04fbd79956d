using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>One person in the live stream.</summary>
internal sealed record PersonJson
{
    public required string Id { get; init; }

    public required ReadingJson HeartRateBpm { get; init; }

    public required ReadingJson RmssdMs { get; init; }

    public required ReadingJson SdnnMs { get; init; }

    public required ReadingJson Pnn50Percent { get; init; }

    public required ReadingJson BreathingPerMin { get; init; }

    public required ReadingJson RsaMs { get; init; }

    public required ReadingJson CorrectedPercent { get; init; }

    public required Rhythm? Rhythm { get; init; }

    public required ImmutableArray<CorrectedBeatJson> CorrectedBeats { get; init; }

    public required ReadingJson BaselineBpm { get; init; }

    public required ReadingJson BaselineSd { get; init; }

    public required EpisodeJson Episode { get; init; }

    public required ReadingJson TimeUncertaintyMs { get; init; }

    public required bool LacksIntervals { get; init; }

    public required int? RefusedHeartRateBpm { get; init; }

    public required Signal Signal { get; init; }

    public required int? BatteryPercent { get; init; }

    public required PersonWords Text { get; init; }

    public static PersonJson From(PersonSnapshot person, double timeS) => new()
    {
        Id = person.Id,
        HeartRateBpm = person.HeartRateBpm,
        RmssdMs = person.RmssdMs,
        SdnnMs = person.SdnnMs,
        Pnn50Percent = person.Pnn50Percent,
        BreathingPerMin = person.BreathingPerMin,
        RsaMs = person.RsaMs,
        CorrectedPercent = person.CorrectedPercent,
        Rhythm = person.Rhythm,
        CorrectedBeats = [.. CorrectedBeatJson.Of(person.NewBeats)],
        BaselineBpm = person.BaselineBpm,
        BaselineSd = person.BaselineSd,
        Episode = EpisodeJson.From(person.Episode),
        TimeUncertaintyMs = person.TimeUncertaintyMs,
        LacksIntervals = person.LacksIntervals,
        RefusedHeartRateBpm = person.RefusedHeartRateBpm,
        Signal = person.Signal,
        BatteryPercent = person.BatteryPercent,
        Text = PersonWords.From(person, timeS),
    };
}
