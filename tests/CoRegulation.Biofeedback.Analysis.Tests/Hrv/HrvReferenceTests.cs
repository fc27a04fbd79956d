using CoRegulation.Biofeedback.Analysis.Hrv;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv;

public class HrvReferenceTests
{
    [Fact]
    public void Every_measure_agrees_with_the_reference_values_of_real_recordings()
    {
        var metrics = HrvMetrics.Raw();
        foreach (var (name, nnMs, expected) in HrvReference.Entries())
        {
            var measures = new HrvMeasures(nnMs);
            foreach (var metric in metrics)
            {
                if (expected.TryGetProperty(metric.Key, out var reference))
                    HrvReference.Check(name, expected, metric.Key, metric.Compute(measures), reference.GetProperty("tolerance_rel").GetDouble());
            }
        }
    }

    [Fact]
    public void Every_reference_value_has_its_measure()
    {
        var keys = HrvMetrics.All(new()).Select(metric => metric.Key).ToHashSet();

        var missing = HrvReference.Entries().SelectMany(entry => entry.Expected.EnumerateObject()).Select(item => item.Name).Distinct()
            .Where(key => key is not ("range" or "n") && !keys.Contains(key));

        Assert.Empty(missing);
    }
}
