using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Hrv;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv;

public class HrvStreamTests
{
    private static readonly HrvOptions Options = new();

    [Fact]
    public void Rows_and_readings_are_those_of_the_whole_series_and_its_last_windows()
    {
        var rrMs = Wandering(900);
        var stream = new HrvStream();
        var rows = new List<Beat>();
        foreach (var beat in Hearts.Beats(rrMs))
            rows.AddRange(stream.Add(beat));
        rows.AddRange(stream.Finish());

        Assert.Equal(ArtefactCorrection.Correct(rrMs).Select(row => row.NnMs), rows.Select(row => row.NnMs));
        var endS = rows[^1].TimeS;
        foreach (var metric in stream.Metrics.Where(metric => metric.OfTimeDomain is not null))
        {
            var window = HrvTable.Over(rows, endS - metric.WindowS, endS, Options);
            Close.Equal(window.Values[stream.Metrics.IndexOf(metric)].Value, stream.Read(metric.Key).Value.Value, 1e-12, metric.Key);
            Assert.Equal(endS, stream.Read(metric.Key).TimeS);
            Assert.Equal(window.Quality.Intervals, stream.Quality(metric.Key).Intervals);
        }
    }

    [Fact]
    public void What_is_costly_is_of_the_first_beat_after_each_full_step()
    {
        var window = new HrvWindow(60, new() { RenewEveryS = 5 });
        var count = new HrvMetric("count", "", "", 60, HrvNeeds.None, measures => measures.TimeDomain.Count);
        Assert.True(double.IsNaN(window.Read(count).TimeS));
        var (beats, expected) = (0, (TimeS: 0.0, Count: 0));
        foreach (var beat in Hearts.Beats(Enumerable.Range(0, 50).Select(i => 700.0 + (10 * (i % 3)))))
        {
            window.Add(beat.Ok());
            if (Math.Floor(beat.TimeS / 5) > Math.Floor(expected.TimeS / 5) || beats is 0)
                expected = (beat.TimeS, beats + 1);
            beats++;

            Assert.Equal(new HrvReading(HrvValue.Of(expected.Count), expected.TimeS), window.Read(count));
            Assert.Equal(expected.Count, window.Quality(count).Intervals);
        }
    }

    [Fact]
    public void A_beat_allocates_nothing_in_the_steady_state()
    {
        var stream = new HrvStream();
        var beats = Hearts.Beats(Wandering(3000));
        foreach (var beat in beats.AsSpan(0, 2000))
            stream.Add(beat);

        Assert.Equal(0, Allocations.Least<TimedBeat>(beats.AsSpan(2000), beat => stream.Add(beat)));
    }

    [Fact]
    public void Before_anything_is_known_there_is_a_reason_and_no_time()
    {
        var stream = new HrvStream();

        Assert.All(stream.Metrics, metric => Assert.NotNull(stream.Read(metric.Key).Value.Missing));
        Assert.All(stream.Metrics, metric => Assert.True(double.IsNaN(stream.Read(metric.Key).TimeS)));
        Assert.Throws<KeyNotFoundException>(() => stream.Read("nothing"));
    }

    private static double[] Wandering(int count)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, count).Select(i => 820 + (60 * Math.Sin(i / 40.0)) + (30 * Math.Sin(i * 1.3)) + (10 * random.NextDouble()))];
    }
}
