using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Norms;

/// <summary>What one study found in people of an age and sex: context for a number, never a verdict on it.</summary>
/// <remarks>A range is a description of the people that were studied. To lie outside it says nothing of health.</remarks>
public sealed record Norm
{
    /// <summary>The measure, as in <see cref="HrvMetrics"/>.</summary>
    public required string MetricKey { get; init; }

    /// <summary>Unit of all values.</summary>
    public required string Unit { get; init; }

    /// <summary>Lower end of the usual range, in the unit: mean - SD, or the lowest of the middle centiles.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the usual range, in the unit.</summary>
    public required double High { get; init; }

    /// <summary>What the range is, in words.</summary>
    public required string RangeMeans { get; init; }

    /// <summary>The mean; null where the source gives centiles.</summary>
    public double? Mean { get; init; }

    /// <summary>The standard deviation between people, or between the means of studies as <see cref="RangeMeans"/> says; null where the source gives centiles.</summary>
    public double? Sd { get; init; }

    /// <summary>Centiles as the source gives them, in order; empty where it gives mean and SD.</summary>
    public ImmutableArray<NormCentile> Centiles { get; init; } = [];

    /// <summary>From this age, years.</summary>
    public required double FromYears { get; init; }

    /// <summary>Up to but not including this age, years.</summary>
    public required double BelowYears { get; init; }

    /// <summary>The sex of the people; null for both together.</summary>
    public required Sex? Sex { get; init; }

    /// <summary>Who was studied.</summary>
    public required string Population { get; init; }

    /// <summary>How it was recorded.</summary>
    public required string Condition { get; init; }

    /// <summary>The publication.</summary>
    public required string Source { get; init; }
}
