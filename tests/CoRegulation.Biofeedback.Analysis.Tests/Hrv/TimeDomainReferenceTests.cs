using CoRegulation.Biofeedback.Analysis.Hrv;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv;

public class TimeDomainReferenceTests
{
    [Fact]
    public void Every_measure_of_every_reference_recording_agrees_to_1e_9()
    {
        var metrics = HrvMetrics.All(new HrvOptions());
        foreach (var entry in SharedFolder.Json("golden/hrv.json").EnumerateObject())
        {
            var range = entry.Value.GetProperty("range").GetProperty("value").Numbers();
            var nnMs = SharedFolder.Lines($"data/rr/{entry.Name.Split('#')[0]}")[(int)range[0]..(int)range[1]];
            var window = new NnWindow(double.MaxValue);
            var timeS = 0.0;
            foreach (var nn in nnMs)
                window.Add(new(timeS += nn / 1000, nn, nn, 0, Analysis.Beats.BeatFlag.Ok));

            foreach (var metric in metrics)
            {
                var expected = entry.Value.GetProperty(metric.Key).GetProperty("value").GetDouble();
                Close.Equal(expected, metric.Compute(window), 1e-9, $"{entry.Name} {metric.Key}");
            }

            var measures = TimeDomain.Compute(nnMs);
            Close.Equal(entry.Value.GetProperty("sdnn").GetProperty("value").GetDouble(), measures.SdnnMs);
            Close.Equal(entry.Value.GetProperty("rmssd").GetProperty("value").GetDouble(), measures.RmssdMs);
            Close.Equal(entry.Value.GetProperty("pnn50").GetProperty("value").GetDouble(), measures.Pnn50Percent);
            Close.Equal(entry.Value.GetProperty("meanNN").GetProperty("value").GetDouble(), measures.MeanNnMs);
        }
    }
}
