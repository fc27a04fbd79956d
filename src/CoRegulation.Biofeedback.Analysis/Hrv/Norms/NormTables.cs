using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Analysis.Hrv.Norms;

/// <summary>The published tables.</summary>
internal static class NormTables
{
    // A study of part of the ages comes before one of all adults.
    public static readonly ImmutableArray<Norm> All = [.. Voss(), .. Dantas(), .. Nunan(), .. Fleming()];

    private static IEnumerable<Norm> Voss()
    {
        // From age, years; sex; RMSSD mean and SD, SDNN mean and SD, ms.
        (double FromYears, Sex Sex, double Rmssd, double RmssdSd, double Sdnn, double SdnnSd)[] rows =
        [
            (25, Sex.Female, 42.9, 22.8, 48.7, 19.0), (25, Sex.Male, 39.7, 19.9, 50.0, 20.9),
            (35, Sex.Female, 35.4, 18.5, 45.4, 20.5), (35, Sex.Male, 32.0, 16.5, 44.6, 16.8),
            (45, Sex.Female, 26.3, 13.6, 36.9, 13.8), (45, Sex.Male, 23.0, 10.9, 36.8, 14.6),
            (55, Sex.Female, 21.4, 11.9, 30.6, 12.4), (55, Sex.Male, 19.9, 11.1, 32.8, 14.7),
            (65, Sex.Female, 19.1, 11.8, 27.8, 11.8), (65, Sex.Male, 19.1, 10.7, 29.6, 13.2),
        ];
        foreach (var row in rows)
        {
            yield return Of("rmssd", row.Rmssd, row.RmssdSd, row);
            yield return Of("sdnn", row.Sdnn, row.SdnnSd, row);
        }

        static Norm Of(string key, double mean, double sd, (double FromYears, Sex Sex, double, double, double, double) row) =>
            MeanAndSd(key, "ms", mean, sd, "mean ± SD of the people") with
            {
                FromYears = row.FromYears,
                BelowYears = row.FromYears + 10,
                Sex = row.Sex,
                Population = "1,906 healthy people of 25 to 74 years, Augsburg, Germany (KORA S4)",
                Condition = "ECG of 5 min, lying, at rest",
                Source = "Voss et al. 2015, PLoS ONE 10(3), e0118308, doi:10.1371/journal.pone.0118308",
            };
    }

    private static IEnumerable<Norm> Dantas() =>
        from row in new[] { (Sex: Sex.Female, Mean: 68.0), (Sex: Sex.Male, Mean: 64.0) }
        select MeanAndSd("meanHRfromMeanNN", "bpm", row.Mean, 8, "mean ± SD of the people") with
        {
            FromYears = 35,
            BelowYears = 75,
            Sex = row.Sex,
            Population = "2,874 healthy people of 35 to 74 years without medication, Brazil (ELSA-Brasil)",
            Condition = "ECG of 5 min, at rest",
            Source = "Dantas et al. 2018, Psychophysiology 55(6), e13052, doi:10.1111/psyp.13052",
        };

    private static IEnumerable<Norm> Nunan() =>
        from row in new[] { (Key: "rmssd", Mean: 42.0, Sd: 15.0), (Key: "sdnn", Mean: 50.0, Sd: 16.0), (Key: "meanNN", Mean: 926.0, Sd: 90.0) }
        select MeanAndSd(row.Key, "ms", row.Mean, row.Sd, "mean ± SD between studies; single people differ more") with
        {
            FromYears = 18,
            BelowYears = 75,
            Sex = null,
            Population = "healthy adults of 44 studies, 21,438 people",
            Condition = "short recordings at rest, about 5 min",
            Source = "Nunan, Sandercock and Brodie 2010, Pacing Clin. Electrophysiol. 33(11), 1407, doi:10.1111/j.1540-8159.2010.02841.x",
        };

    private static IEnumerable<Norm> Fleming()
    {
        // From and below age, years; centiles 1, 10, 25, 50, 75, 90 and 99 of the heart rate, bpm.
        (double FromYears, double BelowYears, double[] Bpm)[] rows =
        [
            (0.25, 0.5, [104, 120, 129, 140, 150, 159, 175]), (0.5, 0.75, [98, 114, 123, 134, 143, 152, 168]),
            (0.75, 1, [93, 109, 118, 128, 137, 145, 161]), (1, 1.5, [88, 103, 112, 123, 132, 140, 156]),
            (1.5, 2, [82, 98, 106, 116, 126, 135, 149]), (2, 3, [76, 92, 100, 110, 119, 128, 142]),
            (3, 4, [70, 86, 94, 104, 113, 123, 136]), (4, 6, [65, 81, 89, 98, 108, 117, 131]),
            (6, 8, [59, 74, 82, 91, 101, 111, 123]), (8, 12, [52, 67, 75, 84, 93, 103, 115]),
            (12, 15, [47, 62, 69, 78, 87, 96, 108]), (15, 18, [43, 58, 65, 73, 83, 92, 104]),
        ];
        double[] percents = [1, 10, 25, 50, 75, 90, 99];
        return rows.Select(row => new Norm
        {
            MetricKey = "meanHRfromMeanNN",
            Unit = "bpm",
            Low = row.Bpm[1],
            High = row.Bpm[^2],
            RangeMeans = "10th to 90th centile of the children",
            Centiles = [.. percents.Zip(row.Bpm, (percent, bpm) => new NormCentile(percent, bpm))],
            FromYears = row.FromYears,
            BelowYears = row.BelowYears,
            Sex = null,
            Population = "143,346 healthy children from birth to 18 years, 59 studies",
            Condition = "at rest, by many methods",
            Source = "Fleming et al. 2011, Lancet 377(9770), 1011, doi:10.1016/S0140-6736(10)62226-X",
        });
    }

    private static Norm MeanAndSd(string key, string unit, double mean, double sd, string means) => new()
    {
        MetricKey = key,
        Unit = unit,
        Low = mean - sd,
        High = mean + sd,
        RangeMeans = means,
        Mean = mean,
        Sd = sd,
        FromYears = 0,
        BelowYears = 0,
        Sex = null,
        Population = "",
        Condition = "",
        Source = "",
    };
}
