using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Hrv.Norms;

namespace CoRegulation.Biofeedback.Sessions.Series;

/// <summary>What is known of the person whose intervals they are, for reference values beside theirs.</summary>
/// <param name="AgeYears">Age, years, from 0 to 120.</param>
/// <param name="Sex">Sex; null when unknown.</param>
public sealed record PersonOfSeries(double AgeYears, Sex? Sex)
{
    /// <summary>The reference values that cover the person: context, not a verdict.</summary>
    /// <param name="metrics">The measures, in the order of the values.</param>
    public IEnumerable<Norm> Norms(IEnumerable<HrvMetric> metrics) =>
        metrics.Select(metric => HrvNorms.For(metric.Key, AgeYears, Sex)).OfType<Norm>();
}
