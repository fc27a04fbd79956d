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
    public HrvValue this[string key]
    {
        get
        {
            for (var i = 0; i < Metrics.Length; i++)
            {
                if (Metrics[i].Key == key)
                    return Values[i];
            }

            throw new KeyNotFoundException($"There is no measure {key}.");
        }
    }
}
