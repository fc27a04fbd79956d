using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Phases;

/// <summary>Settings of phase synchrony; every default has its reason.</summary>
public sealed record PhaseOptions
{
    /// <summary>Time left out at either end, s. Default 10: a cycle of the 0.1 Hz rhythm; there the phase is made of what lies beyond the
    /// series, of which nothing is known.</summary>
    public double EdgeS { get; init => field = Checked.OnGrid(value, 0, 600, nameof(EdgeS)); } = 10;

    /// <summary>Fewest samples that leave one, and that the filter can be padded with.</summary>
    public int LeastSamples() => Math.Max((2 * EdgeSamples) + 1, ButterworthBandPass.Padding + 1);

    /// <summary>Samples left out at either end.</summary>
    internal int EdgeSamples => (int)(EdgeS * HeartRateGrid.SamplesPerSecond);
}
