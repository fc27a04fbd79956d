using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The answer of <c>GET /api/live/history</c>: columns of consecutive snapshots, null where one had no number.</summary>
internal sealed record HistoryJson
{
    public required long FirstIndex { get; init; }

    public int PerSecond { get; init; } = Snapshot.PerSecond;

    public required ImmutableArray<ImmutableArray<float?>> HeartRateBpm { get; init; }

    public required ImmutableArray<ImmutableArray<float?>> BaselineSd { get; init; }

    public required ImmutableArray<ImmutableArray<CorrectedBeatJson>> CorrectedBeats { get; init; }

    public required ImmutableArray<float?> R { get; init; }

    public required ImmutableArray<float?> LagS { get; init; }

    public required ImmutableArray<float?> DistanceBpm { get; init; }

    public required ImmutableArray<float?> SlopeBpmPerMin { get; init; }

    /// <summary>What a history holds from a snapshot on.</summary>
    public static HistoryJson From(SnapshotHistory history, long fromIndex)
    {
        var columns = history.Read(fromIndex);
        return new()
        {
            FirstIndex = columns.FirstIndex,
            HeartRateBpm = [.. columns.HeartRateBpm.Select(Nulls)],
            BaselineSd = [.. columns.BaselineSd.Select(Nulls)],
            CorrectedBeats = [.. Enumerable.Range(0, columns.HeartRateBpm.Length).Select(person => CorrectedBeatsOf(history, person, columns.FirstIndex))],
            R = Nulls(columns.R),
            LagS = Nulls(columns.LagS),
            DistanceBpm = Nulls(columns.DistanceBpm),
            SlopeBpmPerMin = Nulls(columns.SlopeBpmPerMin),
        };
    }

    private static ImmutableArray<CorrectedBeatJson> CorrectedBeatsOf(SnapshotHistory history, int person, long fromIndex) =>
        [.. CorrectedBeatJson.Of(history.Beats(person, fromIndex))];

    private static ImmutableArray<float?> Nulls(ImmutableArray<float> column) =>
        [.. column.Select(value => float.IsNaN(value) ? (float?)null : value)];
}
