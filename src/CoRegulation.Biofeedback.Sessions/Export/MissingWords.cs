using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Hrv;

namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>Why values are missing, as one field of a table.</summary>
internal static class MissingWords
{
    /// <summary>Each reason once, after the measures that it holds for; empty when none is missing.</summary>
    public static string Of(ImmutableArray<HrvMetric> metrics, ImmutableArray<HrvValue> values) => string.Join("; ", metrics
        .Select((metric, i) => (metric.Key, values[i].Missing))
        .Where(item => item.Missing is not null)
        .GroupBy(item => item.Missing)
        .Select(group => $"{string.Join(' ', group.Select(item => item.Key))}: {group.Key}"));
}
