namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>Which intervals count as normal; every default has its reason.</summary>
public sealed record ArtefactOptions
{
    /// <summary>How artefacts are found and mended. Default: the program's own method.</summary>
    public CorrectionMethod Method
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Method), value, $"{nameof(Method)} is none of the methods.");
    }

    /// <summary>Shortest normal interval, ms. Default 270: 222 bpm, above the maximal rate of a child.</summary>
    public double MinRrMs { get; init => field = Checked.Within(value, 1, 1000, nameof(MinRrMs)); } = 270;

    /// <summary>Longest normal interval, ms. Default 2200: 27 bpm, below the sleeping rate of an athlete.</summary>
    public double MaxRrMs { get; init => field = Checked.Within(value, 1000, 10_000, nameof(MaxRrMs)); } = 2200;

    /// <summary>For <see cref="CorrectionMethod.LocalMedian"/> only: largest distance from the median of the ten intervals around that is
    /// accepted, as a fraction of it. Default 0.20: the limit that is usual for such rules since Malik et al. (1989).</summary>
    public double LocalMedianDeviation { get; init => field = Checked.Within(value, 0.01, 1, nameof(LocalMedianDeviation)); } = 0.20;
}
