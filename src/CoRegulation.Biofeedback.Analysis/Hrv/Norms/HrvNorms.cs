namespace CoRegulation.Biofeedback.Analysis.Hrv.Norms;

/// <summary>Reference values of short recordings at rest by age and sex, as published.</summary>
/// <remarks>They describe the people of one study, at rest, breathing freely, over five minutes. A number from another situation (a minute, a
/// conversation, paced breathing) is not comparable with them. Numbers that could not be verified are left out: there are none for RMSSD and SDNN
/// of children, and none from 75 years on.</remarks>
public static class HrvNorms
{
    /// <summary>What is known of a measure in people of an age.</summary>
    /// <param name="metricKey">A key of <see cref="HrvMetrics"/>; covered are rmssd, sdnn, meanNN and meanHRfromMeanNN.</param>
    /// <param name="ageYears">Age, years, 0 or above.</param>
    /// <param name="sex">Sex; null when unknown: then only what was found in both together.</param>
    /// <returns>The nearest published group; null where none covers the person.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The age is negative or not a number.</exception>
    public static Norm? For(string metricKey, double ageYears, Sex? sex)
    {
        ArgumentNullException.ThrowIfNull(metricKey);
        Checked.Within(ageYears, 0, 200, nameof(ageYears));
        return NormTables.All.FirstOrDefault(norm =>
            norm.MetricKey == metricKey && norm.FromYears <= ageYears && ageYears < norm.BelowYears && (norm.Sex is null || norm.Sex == sex));
    }
}
