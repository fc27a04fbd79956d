using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Synchrony;

public class SynchronyTrackerTests
{
    private static readonly SynchronyOptions Options = new();
    private static readonly Gen<double[]> Series = Gen.Frequency((100, Gen.Double[50, 100]), (1, Gen.Const(double.NaN))).Array[0, 1000];

    [Fact]
    public void Streaming_gives_the_windows_of_the_whole_series() =>
        Series.Select(Series).Sample((a, b) =>
        {
            var n = Math.Min(a.Length, b.Length);
            var expected = WindowedCorrelation.Compute(a.AsSpan(0, n), b.AsSpan(0, n), Options);

            var streamed = Stream(a[..n], b[..n]).Select(item => item.Window).ToArray();

            Assert.Equal(expected.Select(w => (w.StartS, w.EndS)), streamed.Select(w => (w.StartS, w.EndS)));
            for (var w = 0; w < expected.Length; w++)
                Assert.Equal(expected[w].R.ToArray(), streamed[w].R.ToArray());
        }, iter: 50);

    [Fact]
    public void A_window_comes_with_the_last_sample_that_its_largest_lag_needs()
    {
        var tracker = new SynchronyTracker(Options);
        var at = Enumerable.Range(0, 400).Where(k => tracker.Add(Wave(k), Wave(k + 1)) is not null).ToArray();

        Assert.Equal([139, 159, 179, 199, 219, 239, 259, 279, 299, 319, 339, 359, 379, 399], at);
    }

    [Theory]
    [InlineData(8, 2.0)]
    [InlineData(0, 0.0)]
    [InlineData(-12, -3.0)]
    public void The_peak_is_at_the_delay_of_B(int delay, double lagS)
    {
        var (a, b) = (Noisy(1, 900, 0), Noisy(1, 900, delay));

        var peak = Stream(a, b)[^1].Peak;

        Assert.Equal((ReadingState.Valid, lagS), (peak.State, peak.LagS));
        Close.Equal(Options.MaxR, peak.R);
    }

    [Fact]
    public void Swapping_the_people_turns_the_lag_around() =>
        Gen.Int[1, 1000].Sample(seed =>
        {
            var (a, b) = (Noisy(seed, 500, 0), Noisy(seed + 1, 500, 0));
            var (one, other) = (Stream(a, b)[^1].Peak, Stream(b, a)[^1].Peak);
            Close.Equal(one.R, other.R);
            Close.Equal(one.LagS, -other.LagS);
        }, iter: 50);

    [Fact]
    public void Three_windows_make_a_peak_and_its_number_is_the_mean_of_Fishers_z()
    {
        var found = Stream(Noisy(1, 600, 0), Noisy(2, 600, 0));

        Assert.Equal([ReadingState.WarmingUp, ReadingState.WarmingUp, ReadingState.Valid, ReadingState.Valid], found.Take(4).Select(item => item.Peak.State));
        var means = Enumerable.Range(0, 41).Select(place => found.Take(3).Average(item => FisherZ.Of(item.Window.R.Span[place]))).ToArray();
        Close.Equal(Math.Tanh(means.Max()), found[2].Peak.R);
        Close.Equal((Array.IndexOf(means, means.Max()) - 20) * 0.25, found[2].Peak.LagS);
        Close.Equal(40, found[2].Peak.TimeS);
    }

    [Fact]
    public void Windows_before_both_were_seen_are_no_gaps()
    {
        var a = Noisy(1, 1200, 0);
        var b = Noisy(2, 1200, 0);
        Array.Fill(b, double.NaN, 0, 600);

        var states = Stream(a, b).Select(item => (item.Peak.TimeS, item.Peak.State)).ToArray();

        Assert.All(states.Where(s => s.TimeS < 150 + 30 + 10), s => Assert.Equal(ReadingState.WarmingUp, s.State));
        Assert.All(states.Where(s => s.TimeS >= 150 + 30 + 10), s => Assert.Equal(ReadingState.Valid, s.State));
    }

    [Fact]
    public void A_long_gap_leaves_too_little_for_a_peak_until_half_of_the_recent_windows_are_whole()
    {
        var (a, b) = (Noisy(1, 2400, 0), Noisy(2, 2400, 0));
        Array.Fill(a, double.NaN, 1200, 280);

        var states = Stream(a, b).ToDictionary(item => item.Peak.TimeS, item => item.Peak.State);

        Assert.Equal(ReadingState.Valid, states[300]);
        Assert.Equal(ReadingState.NotEnoughData, states[390]);
        Assert.Equal(ReadingState.Valid, states[460]);
    }

    [Fact]
    public void Only_the_last_two_minutes_count()
    {
        var (a, b) = (Noisy(1, 2400, 0), Noisy(1, 2400, 8));
        for (var k = 1200; k < 2400; k++)
            b[k] = a[k];

        Assert.Equal(0, Stream(a, b)[^1].Peak.LagS);
    }

    [Fact]
    public void The_known_delay_of_the_reference_pair_is_found()
    {
        var columns = SharedFolder.Columns("golden/synchrony/inputs/syn1_delayed_noise.csv");

        var peaks = Stream(columns[1], columns[2]).Where(item => item.Peak.State is ReadingState.Valid).Select(item => item.Peak.LagS);

        Assert.All(peaks, lagS => Assert.InRange(lagS, 1.5, 2.5));
    }

    private static List<(SynchronyWindow Window, SynchronyPeak Peak)> Stream(double[] a, double[] b)
    {
        var tracker = new SynchronyTracker(Options);
        List<(SynchronyWindow, SynchronyPeak)> found = [];
        for (var k = 0; k < a.Length; k++)
        {
            if (tracker.Add(a[k], b[k]) is { } item)
                found.Add(item);
        }

        return found;
    }

    private static double Wave(int k) => Math.Sin(k / 7.0) + Math.Sin(k / 3.0);

    /// <summary>Seeded noise; the same seed with a delay is the same noise later.</summary>
    private static double[] Noisy(int seed, int count, int delay)
    {
        var random = new Random(seed);
        double[] noise = [.. Enumerable.Range(0, count + 40).Select(_ => 70 + random.NextDouble())];
        return noise[(20 - delay)..(20 - delay + count)];
    }
}
