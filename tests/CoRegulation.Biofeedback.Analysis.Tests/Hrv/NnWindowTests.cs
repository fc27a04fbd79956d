using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv;

public class NnWindowTests
{
    // Long stands for an interval without NN, Extra for the first part of one that was split.
    private static readonly Gen<(double RrMs, BeatFlag Flag, bool NewSegment)[]> Recording =
        Gen.Select(Gen.Double[200, 2500], Gen.Frequency((8, Gen.Const(BeatFlag.Ok)), (1, Gen.Const(BeatFlag.Long)), (1, Gen.Const(BeatFlag.Extra))), Gen.Frequency((30, Gen.Const(false)), (1, Gen.Const(true))))
            .Array[1, 400];

    private static readonly HrvMetric[] TimeDomainMetrics = [.. HrvMetrics.Raw().Where(metric => metric.OfTimeDomain is not null)];

    [Fact]
    public void Streaming_equals_computing_the_window_afresh() =>
        Recording.Select(Gen.Double[2, 120]).Sample((recording, lengthS) =>
        {
            var window = new NnWindow(lengthS);
            var beats = new List<Beat>();
            var (timeS, segment) = (0.0, 0);
            foreach (var (rrMs, flag, newSegment) in recording)
            {
                (segment, timeS) = newSegment ? (segment + 1, timeS + 7) : (segment, timeS + (rrMs / 1000));
                beats.Add(new(timeS, rrMs, flag is BeatFlag.Ok ? rrMs : null, segment, flag));

                window.Add(beats[^1]);

                AssertEqualToFresh(window, beats, timeS - lengthS);
            }
        }, iter: 50);

    [Fact]
    public void Streaming_equals_the_time_domain_of_the_same_intervals_to_twelve_digits() =>
        Gen.Select(Gen.Double[20, 400], Gen.Double[0.2, 150], Gen.Int[1, 1_000_000]).Sample((lengthS, spreadMs, seed) =>
        {
            // A heart that wanders and breathes, with artefacts, pauses and, where the spread is small, an SD of a thousandth of the mean.
            var random = new Random(seed);
            var window = new NnWindow(lengthS);
            var (timeS, segment) = (0.0, 0);
            for (var i = 0; i < 1500; i++)
            {
                var rrMs = 850 + (spreadMs * (Math.Sin(i / 60.0) + Math.Sin(i / 3.0) + random.NextDouble()));
                (segment, timeS) = random.Next(200) is 0 ? (segment + 1, timeS + 20) : (segment, timeS + (rrMs / 1000));
                window.Add(new(timeS, rrMs, random.Next(50) is 0 ? null : rrMs, segment, BeatFlag.Ok));
                if (i % 60 is not 0 || window.Count is 0)
                    continue;

                var (streamed, fresh) = (window.TimeDomain, TimeDomain.Compute(window.NnMs));
                foreach (var metric in TimeDomainMetrics)
                    AssertRelative(metric.OfTimeDomain!(fresh), metric.OfTimeDomain!(streamed), 1e-12, metric.Key);
            }
        }, iter: 30);

    [Fact]
    public void What_the_window_holds_is_what_its_rows_hold() =>
        Recording.Select(Gen.Double[2, 120]).Sample((recording, lengthS) =>
        {
            var window = new NnWindow(lengthS);
            var rows = new List<Beat>();
            var (timeS, segment) = (0.0, 0);
            foreach (var (rrMs, flag, newSegment) in recording)
            {
                (segment, timeS) = newSegment ? (segment + 1, timeS + 7) : (segment, timeS + (rrMs / 1000));
                rows.Add(new(timeS, rrMs, flag is BeatFlag.Ok ? rrMs : null, segment, flag));
                window.Add(rows[^1]);
                if (rows.Count % 5 > 0 && rows.Count < recording.Length)
                    continue;

                var (quality, nnMs) = NnSeries.Of(rows.Where((row, i) => row.TimeS > timeS - lengthS || IsPartOfOneInside(rows, i, timeS - lengthS)));

                Assert.Equal(nnMs, window.NnMs.ToArray());
                var runs = string.Join(' ', nnMs).Split("NaN").Select(run => run.Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(double.Parse) / 1000);
                Close.Equal(nnMs.Length is 0 ? 0 : runs.Max(), quality.LongestRunS, 1e-9, "longest run");
                Close.Equal(quality.LongestRunS, window.Quality.LongestRunS, 1e-9, "longest run");
                Close.Equal(quality.LongestGapS, window.Quality.LongestGapS, 1e-9, "longest gap");
                Close.Equal(quality.CoverageS, window.Quality.CoverageS, 1e-9, "coverage");
                Assert.Equal((quality.Intervals, quality.CorrectedShare), (window.Quality.Intervals, window.Quality.CorrectedShare));
            }
        }, iter: 60);

    [Fact]
    public void The_longest_gap_is_the_time_without_an_interval()
    {
        var (quality, nnMs) = NnSeries.Of(
        [
            new(1, 1000, 1000, 0, BeatFlag.Ok),
            new(2, 1000, 1000, 0, BeatFlag.Ok),
            new(3.5, 1500, null, 0, BeatFlag.Long),
            new(4.5, 1000, 1000, 0, BeatFlag.Ok),
            new(20, 1000, 1000, 1, BeatFlag.Ok),
        ]);

        Assert.Equal([1000, 1000, double.NaN, 1000, double.NaN, 1000], nnMs);
        Assert.Equal(new NnQuality(4, 4, 0.2, 2, 14.5), quality);
    }

    [Fact]
    public void The_parts_of_a_split_interval_count_with_it_and_part_no_neighbours()
    {
        var (quality, nnMs) = NnSeries.Of([new(10, 800, 800, 0, BeatFlag.Ok), new(10.3, 300, null, 0, BeatFlag.Extra), new(10.81, 510, 810, 0, BeatFlag.Extra)]);

        Assert.Equal([800, 810], nnMs);
        Close.Equal(2.0 / 3, quality.CorrectedShare);
    }

    [Fact]
    public void A_day_of_beats_leaves_no_rounding_behind()
    {
        var window = new NnWindow(60);
        var random = new Random(1);
        var beats = new List<Beat>();
        for (var timeS = 0.0; timeS < 24 * 3600;)
        {
            // Now and then a very different interval, whose square would drown the others if it were added and taken away again.
            var rrMs = random.Next(500) is 0 ? 60_000 : 800 + (50 * random.NextDouble());
            timeS += rrMs / 1000;
            beats.Add(new(timeS, rrMs, rrMs, 0, BeatFlag.Ok));
            window.Add(beats[^1]);
        }

        AssertEqualToFresh(window, beats[^200..], beats[^1].TimeS - 60);
        foreach (var beat in Hearts.Beats(Enumerable.Repeat(750.0, 90), beats[^1].TimeS))
            window.Add(beat.Ok());
        var measures = window.TimeDomain;
        Assert.Equal((0, 0, 0, 0, 0, 750, 80), (measures.RmssdMs, measures.SdnnMs, measures.SdsdMs, measures.SdHrBpm, measures.MadNnMs, measures.MeanNnMs, measures.MeanHrBpm));
    }

    [Fact]
    public void A_beat_and_its_reading_allocate_nothing_once_the_window_is_full()
    {
        var window = new NnWindow(60);
        var beats = Hearts.Beats(Enumerable.Range(0, 4000).Select(i => 800.0 + (i % 7))).Select(Hearts.Ok).ToArray();
        var sum = 0.0;
        foreach (var beat in beats.AsSpan(0, 2000))
            Take(beat);

        Assert.Equal(0, Allocations.Least<Beat>(beats.AsSpan(2000), Take));
        Assert.True(sum > 0);

        void Take(Beat beat)
        {
            window.Add(beat);
            sum += window.TimeDomain.MadNnMs + window.Quality.LongestRunS;
        }
    }

    private static bool IsPartOfOneInside(List<Beat> rows, int index, double afterS)
    {
        while (index < rows.Count && rows[index].Flag is BeatFlag.Extra)
            index++;
        return index < rows.Count && rows[index].TimeS > afterS;
    }

    private static void AssertRelative(double expected, double actual, double tolerance, string of) =>
        Assert.True(
            expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * Math.Abs(expected),
            $"{of}: expected {expected:R}, was {actual:R}");

    private static void AssertEqualToFresh(NnWindow window, List<Beat> beats, double afterS)
    {
        // A split part counts with the interval that it was merged into.
        var whole = beats.Where(beat => beat.Flag is not BeatFlag.Extra).ToList();
        var inside = whole.Where(beat => beat.TimeS > afterS).ToArray();
        var from = inside.Length is 0 ? beats.Count : whole.Count == inside.Length ? 0 : beats.IndexOf(whole[^(inside.Length + 1)]) + 1;
        var rows = inside.Length is 0 ? [] : beats[from..(beats.IndexOf(inside[^1]) + 1)];
        var (nn, differences) = (new List<double>(), new List<double>());
        for (var i = 0; i < inside.Length; i++)
        {
            if (inside[i].NnMs is not { } nnMs)
                continue;
            nn.Add(nnMs);
            if (i > 0 && inside[i - 1].NnMs is { } previous && inside[i - 1].Segment == inside[i].Segment)
                differences.Add(nnMs - previous);
        }

        var quality = window.Quality;
        Assert.Equal(nn.Count, window.Count);
        Assert.Equal(nn.Count, quality.Intervals);
        Close.Equal(nn.Sum() / 1000, quality.CoverageS, 1e-9, "coverage");
        Close.Equal(rows.Count > 0 ? rows.Count(beat => beat.Flag is not BeatFlag.Ok) / (double)rows.Count : 0, quality.CorrectedShare);
        Close.Equal(nn.Count > 0 ? nn.Average() : double.NaN, window.MeanNnMs, 1e-9, "mean");
        if (nn.Count is 0)
            return;

        var (mean, measures) = (nn.Average(), window.TimeDomain);
        Close.Equal(nn.Count > 1 ? Math.Sqrt(nn.Sum(x => (x - mean) * (x - mean)) / (nn.Count - 1)) : double.NaN, measures.SdnnMs, 1e-9, "sdnn");
        Close.Equal(differences.Count > 0 ? Math.Sqrt(differences.Average(d => d * d)) : double.NaN, measures.RmssdMs, 1e-9, "rmssd");
        Close.Equal(differences.Count > 0 ? 100.0 * differences.Count(d => Math.Abs(d) > 50) / differences.Count : double.NaN, measures.Pnn50Percent);
    }
}
