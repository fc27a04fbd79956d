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
        }, iter: 200);

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
        Assert.Equal((0, 0, 750), (window.RmssdMs, window.SdnnMs, window.MeanNnMs));
    }

    [Fact]
    public void A_beat_allocates_nothing_once_the_window_is_full()
    {
        var window = new NnWindow(60);
        var beats = Hearts.Beats(Enumerable.Range(0, 4000).Select(i => 800.0 + (i % 7))).Select(Hearts.Ok).ToArray();
        foreach (var beat in beats.AsSpan(0, 2000))
            window.Add(beat);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var beat in beats.AsSpan(2000))
            window.Add(beat);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

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

        var mean = nn.Count > 0 ? nn.Average() : double.NaN;
        var rmssd = differences.Count > 0 ? Math.Sqrt(differences.Average(d => d * d)) : double.NaN;
        Assert.Equal(nn.Count, window.Count);
        Close.Equal(nn.Sum() / 1000, window.CoverageS, 1e-9, "coverage");
        Close.Equal(mean, window.MeanNnMs, 1e-9, "mean");
        Close.Equal(nn.Count > 1 ? Math.Sqrt(nn.Sum(x => (x - mean) * (x - mean)) / (nn.Count - 1)) : double.NaN, window.SdnnMs, 1e-9, "sdnn");
        Close.Equal(rmssd, window.RmssdMs, 1e-9, "rmssd");
        Close.Equal(differences.Count > 0 ? 100.0 * differences.Count(d => Math.Abs(d) > 50) / differences.Count : double.NaN, window.Pnn50Percent);
        Close.Equal(rows.Count > 0 ? rows.Count(beat => beat.Flag is not BeatFlag.Ok) / (double)rows.Count : 0, window.ArtefactShare);
        if (nn.Count > 0)
            Close.Equal(rmssd, window.Measures().TimeDomain.RmssdMs, 1e-9, "rmssd of all measures");
    }
}
