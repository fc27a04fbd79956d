namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>A measure of heart-rate variability: its name, its window, what it needs and how it is computed.</summary>
/// <param name="Key">Its name wherever it is written, for example <c>rmssd</c>.</param>
/// <param name="Unit">Unit of the value; empty for a pure number.</param>
/// <param name="Meaning">What it is, in a line.</param>
/// <param name="WindowS">Length of the window in which it is shown live, s.</param>
/// <param name="Needs">What a window must hold for it.</param>
/// <param name="Compute">The value for intervals of which there is at least one; NaN where it is undefined.</param>
public sealed record HrvMetric(
    string Key, string Unit, string Meaning, double WindowS, HrvNeeds Needs, Func<HrvMeasures, double> Compute)
{
    /// <summary>What kind of measure it is. Default: of the time domain.</summary>
    public HrvFamily Family { get; init; }

    /// <summary>The value out of the time domain, which a stream has at hand at every beat; null for a measure that reads the intervals anew,
    /// which a stream renews on a schedule.</summary>
    public Func<TimeDomainMeasures, double>? OfTimeDomain { get; init; }

    /// <summary>The value over a window, or why there is none.</summary>
    /// <param name="quality">What the window holds.</param>
    /// <param name="measures">Its intervals; looked at only where they will do.</param>
    public HrvValue Of(in NnQuality quality, HrvMeasures measures) =>
        Needs.WhyNot(quality) is { } reason ? HrvValue.None(reason) : HrvValue.Of(Compute(measures));
}
