namespace CoRegulation.Biofeedback.Analysis.Hrv.Geometry;

/// <summary>Counts of NN intervals in bins anchored at zero: bin k holds the intervals x with floor(x / width) = k.</summary>
internal sealed class NnHistogram
{
    private const int MostBins = 1 << 20;

    private readonly int[] _counts;

    private NnHistogram(int[] counts, double firstBin)
    {
        _counts = counts;
        FirstBin = firstBin;
        Mode = Array.IndexOf(counts, counts.Max());
    }

    /// <summary>Counts from the first occupied bin to the last.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>Number of the first occupied bin.</summary>
    public double FirstBin { get; }

    /// <summary>Index into <see cref="Counts"/> of the fullest bin, the first of equals.</summary>
    public int Mode { get; }

    /// <summary>The count of the fullest bin.</summary>
    public int Height => _counts[Mode];

    /// <summary>The histogram, or null when it would need more than a million bins: no heart's intervals lie hours apart.</summary>
    public static NnHistogram? Of(NnRuns runs, double widthMs)
    {
        var firstBin = Math.Floor(runs.MinMs / widthMs);
        var bins = Math.Floor(runs.MaxMs / widthMs) - firstBin + 1;
        if (bins > MostBins)
            return null;

        var counts = new int[(int)bins];
        foreach (var run in runs)
        {
            foreach (var nn in run)
                counts[(int)(Math.Floor(nn / widthMs) - firstBin)]++;
        }

        return new(counts, firstBin);
    }
}
