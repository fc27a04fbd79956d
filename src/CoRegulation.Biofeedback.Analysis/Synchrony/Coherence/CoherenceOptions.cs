using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Coherence;

/// <summary>Settings of the coherence; every default has its reason.</summary>
public sealed record CoherenceOptions
{
    /// <summary>Segment, s; they overlap by half. Default 64: 2.5 cycles at the lower edge of LF, 0.0156 Hz from bin to bin, and about four
    /// independent segments in five minutes; with fewer, strangers look coherent.</summary>
    public double SegmentS { get; init => field = Checked.OnGrid(value, 2, 3600, nameof(SegmentS)); } = 64;

    /// <summary>Fewest samples that hold a segment. One segment alone has a coherence of 1 whatever it holds.</summary>
    public int LeastSamples() => SegmentSamples;

    /// <summary>Samples of a segment.</summary>
    internal int SegmentSamples => (int)(SegmentS * HeartRateGrid.SamplesPerSecond);
}
