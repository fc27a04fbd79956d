using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>The NN intervals of any number of rows at once.</summary>
internal static class NnSeries
{
    /// <summary>What the rows hold, and their intervals, ms, with NaN wherever two of them are not neighbours.</summary>
    public static (NnQuality Quality, double[] NnMs) Of(IEnumerable<Beat> rows)
    {
        var entries = default(NnEntries);
        var extent = default(NnExtent);
        var coverageMs = 0.0;
        var intervals = new List<double>();
        foreach (var row in rows)
        {
            if (!entries.Take(row, out var entry))
                continue;
            extent = NnExtent.Join(extent, NnExtent.Of(entry));
            if (!entry.HasNn)
                continue;
            if (intervals.Count > 0 && !entry.FollowsOn)
                intervals.Add(double.NaN);
            intervals.Add(entry.NnMs);
            coverageMs += entry.NnMs;
        }

        return (extent.Quality(coverageMs / 1000), [.. intervals]);
    }
}
