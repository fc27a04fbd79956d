using System.Globalization;
using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Sessions.Import;

namespace CoRegulation.Biofeedback.Benchmarks.References;

/// <summary>Our measures of heart-rate variability against the reference values of real recordings, as a Markdown table: the one in
/// <c>docs/methods/hrv-agreement.md</c>.</summary>
internal static class ReferenceTable
{
    /// <summary>Computes and prints.</summary>
    /// <returns>0 when every measure is within its tolerance, else 1.</returns>
    public static int Print(TextWriter output)
    {
        var shared = Path.Combine(Root(), "..", "shared");
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(shared, "golden", "hrv.json")));
        var metrics = HrvMetrics.Raw();
        // There are no reference values of breathing among these; it is held to simulated breaths.
        var families = Enum.GetValues<HrvFamily>().Where(family => family is not HrvFamily.Breathing).ToArray();
        var overTolerance = new List<string>();
        var tolerances = families.ToDictionary(family => family, _ => new SortedSet<double>());

        output.WriteLine($"| recording | intervals | {string.Join(" | ", families.Select(Heading))} |");
        output.WriteLine($"| --- | --: | {string.Join(" | ", families.Select(_ => "--:"))} |");
        foreach (var recording in golden.RootElement.EnumerateObject())
        {
            var nnMs = Intervals(shared, recording);
            var measures = new HrvMeasures(nnMs);
            var compared = metrics
                .Where(metric => recording.Value.TryGetProperty(metric.Key, out _))
                .Select(metric => Compare(metric, measures, recording.Value.GetProperty(metric.Key))).ToArray();
            foreach (var item in compared)
                tolerances[item.Metric.Family].Add(item.Tolerance);
            overTolerance.AddRange(compared.Where(item => !item.IsWithin).Select(item => $"{recording.Name} {item.Metric.Key}: {item.Difference:R}"));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| `{recording.Name}` | {nnMs.Length} | {string.Join(" | ", families.Select(family => Cell(compared.Where(item => item.Metric.Family == family))))} |"));
        }

        output.WriteLine($"| relative tolerance | | {string.Join(" | ", families.Select(family => string.Join(", ", tolerances[family].Select(Short))))} |");
        output.WriteLine();
        output.WriteLine(overTolerance.Count == 0 ? "Every measure is within its tolerance." : "Not within their tolerance:");
        foreach (var line in overTolerance)
            output.WriteLine($"* {line}");
        return overTolerance.Count == 0 ? 0 : 1;
    }

    private static double[] Intervals(string shared, JsonProperty recording)
    {
        var range = recording.Value.GetProperty("range").GetProperty("value");
        var series = RrImport.Read(Path.Combine(shared, "data", "rr", recording.Name.Split('#')[0]), anyMedian: true);
        return series.IntervalsMs.AsSpan()[range[0].GetInt32()..range[1].GetInt32()].ToArray();
    }

    private static Comparison Compare(HrvMetric metric, HrvMeasures measures, JsonElement reference)
    {
        var (ours, theirs) = (metric.Compute(measures), reference.GetProperty("value").GetDouble());
        return new(metric, ours == theirs ? 0 : Math.Abs(ours - theirs) / Math.Abs(theirs), reference.GetProperty("tolerance_rel").GetDouble());
    }

    /// <summary>The largest difference, and of how many measures.</summary>
    private static string Cell(IEnumerable<Comparison> compared)
    {
        var items = compared.ToArray();
        return items.Length == 0 ? "" : $"{Short(items.Max(item => item.Difference))} of {items.Length}";
    }

    private static string Short(double value) => value == 0 ? "0" : value.ToString("0.#e0", CultureInfo.InvariantCulture);

    private static string Heading(HrvFamily family) => family switch
    {
        HrvFamily.TimeDomain => "time domain",
        HrvFamily.Geometry => "histogram",
        HrvFamily.FrequencyDomain => "frequency domain",
        HrvFamily.Breathing => "breathing",
        _ => "non-linear",
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CoRegulation.Biofeedback.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Run this from within the repository: there is no CoRegulation.Biofeedback.sln above.");
        return folder.FullName;
    }

    private sealed record Comparison(HrvMetric Metric, double Difference, double Tolerance)
    {
        public bool IsWithin => Difference <= Tolerance;
    }
}
