using System.Collections.Frozen;
using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>All measures of one person's corrected beats as they come, each over its own sliding window.</summary>
internal sealed class HrvWindows
{
    private readonly HrvWindow[] _windows;
    private readonly FrozenDictionary<string, (HrvMetric Metric, HrvWindow Window)> _byKey;

    public HrvWindows(HrvOptions options)
    {
        Metrics = HrvMetrics.All(options);
        var windows = Metrics.Select(metric => metric.WindowS).Distinct().ToDictionary(lengthS => lengthS, lengthS => new HrvWindow(lengthS, options));
        _windows = [.. windows.Values];
        _byKey = Metrics.ToFrozenDictionary(metric => metric.Key, metric => (metric, windows[metric.WindowS]));
    }

    /// <summary>The measures that are known.</summary>
    public ImmutableArray<HrvMetric> Metrics { get; }

    /// <summary>Takes the next row.</summary>
    public void Add(in Beat row)
    {
        foreach (var window in _windows)
            window.Add(row);
    }

    /// <summary>A measure by its key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such measure.</exception>
    public HrvMetric Metric(string key) => Of(key).Metric;

    /// <summary>What the window of a measure holds, as of the beat that its reading is of.</summary>
    public NnQuality Quality(string key)
    {
        var (metric, window) = Of(key);
        return window.Quality(metric);
    }

    /// <summary>The value of a measure.</summary>
    public HrvReading Read(string key)
    {
        var (metric, window) = Of(key);
        return window.Read(metric);
    }

    private (HrvMetric Metric, HrvWindow Window) Of(string key) =>
        _byKey.TryGetValue(key, out var found) ? found : throw new KeyNotFoundException($"There is no measure {key}.");
}
