using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Susy;

/// <summary>Settings of SUSY; every default has its reason.</summary>
public sealed record SusyOptions
{
    /// <summary>Segment, s. Default 30: usual in studies with SUSY; longer ones hold slower rhythms and leave fewer false pairs.</summary>
    public double SegmentS { get; init => field = Checked.OnGrid(value, 2, 600, nameof(SegmentS)); } = 30;

    /// <summary>Largest lag either way, s; less than the segment. Default 5: half a cycle of the 0.1 Hz rhythm.</summary>
    public double MaxLagS { get; init => field = Checked.OnGrid(value, 0, 60, nameof(MaxLagS)); } = 5;

    /// <summary>Fewest samples that have a false pair: two segments.</summary>
    public int LeastSamples() => 2 * SegmentSamples;

    /// <summary>Samples of a segment.</summary>
    internal int SegmentSamples => (int)(SegmentS * HeartRateGrid.SamplesPerSecond);

    /// <summary>Lags to either side of 0.</summary>
    internal int LagsPerSide => (int)(MaxLagS * HeartRateGrid.SamplesPerSecond);
}
