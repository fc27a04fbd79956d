using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>Heart-rate variability of one series.</summary>
public sealed record HrvResult
{
    /// <summary>The rows of the correction, in order; empty for the bare arithmetic.</summary>
    public required IReadOnlyList<Beat> Beats { get; init; }

    /// <summary>What the series holds after correction.</summary>
    public required NnQuality Quality { get; init; }

    /// <summary>The measures, in the order of the values.</summary>
    public required ImmutableArray<HrvMetric> Metrics { get; init; }

    /// <summary>Values, or why there are none.</summary>
    public required ImmutableArray<HrvValue> Values { get; init; }

    /// <summary>One value by its key.</summary>
    /// <param name="key">For example <c>rmssd</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such measure.</exception>
    public HrvValue this[string key] => Values[IndexOf(key)];

    /// <summary>What to bear in mind with a value; null when there is nothing, or no value.</summary>
    /// <param name="key">For example <c>welch300_hf</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such measure.</exception>
    public string? Caution(string key)
    {
        var index = IndexOf(key);
        return Values[index].Missing is null ? Metrics[index].Needs.Caution(Quality) : null;
    }

    private int IndexOf(string key)
    {
        for (var i = 0; i < Metrics.Length; i++)
        {
            if (Metrics[i].Key == key)
                return i;
        }

        throw new KeyNotFoundException($"There is no measure {key}.");
    }
}
