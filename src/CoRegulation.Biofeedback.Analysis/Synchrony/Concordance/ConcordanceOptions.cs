namespace CoRegulation.Biofeedback.Analysis.Synchrony.Concordance;

/// <summary>Settings of the concordance index; every default has its reason.</summary>
public sealed record ConcordanceOptions
{
    /// <summary>Samples of a slope, one a second. Default 5: as in Marci et al. (2007).</summary>
    public int SlopeSamples { get; init => field = Checked.Within(value, 2, 600, nameof(SlopeSamples)); } = 5;

    /// <summary>Slopes of a correlation, one a second. Default 15: as in Marci et al. (2007).</summary>
    public int WindowSlopes { get; init => field = Checked.Within(value, 3, 3600, nameof(WindowSlopes)); } = 15;

    /// <summary>Fewest samples at 4 Hz that hold one correlation.</summary>
    public int LeastSamples() => Pair.SamplesToStart(SlopeSamples + WindowSlopes - 1);
}
