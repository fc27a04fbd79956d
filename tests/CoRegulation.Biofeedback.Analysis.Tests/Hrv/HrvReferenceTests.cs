using CoRegulation.Biofeedback.Analysis.Hrv;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv;

public class HrvReferenceTests
{
    [Fact]
    public void Every_measure_agrees_with_the_reference_values_of_real_recordings()
    {
        var metrics = HrvMetrics.Raw();
        foreach (var recording in SharedFolder.Json("golden/hrv.json").EnumerateObject())
        {
            var range = recording.Value.GetProperty("range").GetProperty("value").Numbers();
            var nnMs = SharedFolder.Lines($"data/rr/{recording.Name.Split('#')[0]}")[(int)range[0]..(int)range[1]];
            var measures = new HrvMeasures(nnMs);
            foreach (var metric in metrics)
            {
                if (!recording.Value.TryGetProperty(metric.Key, out var reference))
                    continue;
                var expected = reference.GetProperty("value").GetDouble();
                var tolerance = reference.GetProperty("tolerance_rel").GetDouble();
                var value = metric.Compute(measures);
                Assert.True(
                    Math.Abs(value - expected) <= tolerance * Math.Abs(expected),
                    $"{recording.Name} {metric.Key}: expected {expected:R}, was {value:R}");
            }
        }
    }
}
