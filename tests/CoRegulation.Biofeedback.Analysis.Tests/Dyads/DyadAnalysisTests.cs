using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Dyads;
using CoRegulation.Biofeedback.Analysis.People;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

namespace CoRegulation.Biofeedback.Analysis.Tests.Dyads;

public class DyadAnalysisTests
{
    private static readonly AnalysisOptions Options = new();

    [Fact]
    public void Two_who_move_together_while_they_drift_apart_are_synchronous_and_parting()
    {
        var pair = Analysed(
            Hearts.Following(t => 80 + Wave(t) + (t * 5 / 60), 0, 300),
            Hearts.Following(t => 70 + Wave(t - 2), 0, 300));

        var readings = pair.Dyad.Read(300);

        Assert.InRange(readings.R.Value!.Value, 0.9, 1);
        Assert.InRange(readings.LagS.Value!.Value, 1.75, 2.25);
        Assert.Equal(ConvergenceState.Parting, readings.Convergence);
        Assert.InRange(readings.SlopeBpmPerMin.Value!.Value, 4, 6);
        Assert.InRange(readings.DistanceBpm.Value!.Value, 28, 42);
    }

    [Fact]
    public void Two_who_come_near_without_moving_together_are_nearing_and_not_synchronous()
    {
        var pair = Analysed(
            Hearts.Following(t => 100 - (t * 5 / 60) + (3 * Math.Sin(t / 3.1)), 0, 300),
            Hearts.Following(t => 70 + (3 * Math.Sin(t / 2.3)), 0, 300));

        var readings = pair.Dyad.Read(300);

        Assert.True(readings.R.Value < 0.5);
        Assert.Equal(ConvergenceState.Nearing, readings.Convergence);
    }

    [Fact]
    public void However_beats_are_handed_over_windows_peaks_and_rows_are_the_same()
    {
        TimedBeat[] a = [.. Hearts.Following(t => 80 + Wave(t), 0, 150), .. Hearts.Following(t => 75 + Wave(t), 170, 400, segment: 1)];
        var b = Hearts.Following(t => 65 + Wave(t + 1), 3, 380);

        var inTurn = Analysed(a, b, chunkS: 0.25);
        var inChunks = Analysed(a, b, chunkS: 40);
        var atOnce = Analysed(a, b, chunkS: 1000);

        Assert.NotEmpty(inTurn.Heard.Windows);
        Assert.Contains(inTurn.Heard.Rows, row => double.IsFinite(row.ABaselineSd));
        foreach (var other in new[] { inChunks, atOnce })
        {
            Assert.Equal(inTurn.Heard.Windows.SelectMany(w => w.R.ToArray()), other.Heard.Windows.SelectMany(w => w.R.ToArray()));
            Assert.Equal(inTurn.Heard.Peaks, other.Heard.Peaks);
            Assert.Equal(inTurn.Heard.Rows, other.Heard.Rows);
            var (readings, others) = (inTurn.Dyad.Read(380), other.Dyad.Read(380));
            Assert.NotNull(readings.Verdict.Look);
            Assert.Equivalent(readings.Verdict, others.Verdict, strict: true);
            Assert.Equal(readings with { Verdict = others.Verdict }, others);
        }
    }

    [Fact]
    public void Each_is_measured_against_the_own_baseline()
    {
        var pair = Analysed(Hearts.Following(t => t < 200 ? 60 : 66, 0, 300), Hearts.Following(t => t < 200 ? 80 : 83, 0, 300));

        var last = pair.Heard.Rows[^1];

        // The spread is at its least, 1.5 bpm.
        Close.Equal(4, last.ABaselineSd, 1e-3);
        Close.Equal(2, last.BBaselineSd, 1e-3);
    }

    [Fact]
    public void A_pair_is_stale_when_one_of_them_is()
    {
        var pair = Analysed(Hearts.Following(t => 80 + Wave(t), 0, 400), Hearts.Following(t => 70 + Wave(t), 0, 390));

        Assert.Equal(ReadingState.Valid, pair.Dyad.Read(394).R.State);
        var later = pair.Dyad.Read(396);

        Assert.All([later.R, later.LagS, later.DistanceBpm, later.SlopeBpmPerMin], reading => Assert.Equal(ReadingState.Stale, reading.State));
        Assert.Null(later.Convergence);
    }

    [Fact]
    public void A_gap_of_one_person_is_in_no_window()
    {
        TimedBeat[] a = [.. Hearts.Following(t => 80 + Wave(t), 0, 150), .. Hearts.Following(t => 80 + Wave(t), 170, 400, segment: 1)];

        var windows = Analysed(a, Hearts.Following(t => 70 + Wave(t), 0, 400)).Heard.Windows;

        foreach (var window in windows)
        {
            for (var place = 0; place < window.R.Length; place++)
            {
                // At a negative lag A is taken later.
                var fromS = window.StartS + Math.Max(0, -window.LagS(place));
                var touchesGap = fromS + 30 > 150.5 && fromS < 170;
                if (touchesGap || fromS + 30 < 149 || fromS > 172)
                    Assert.Equal(touchesGap || window.StartS is 0, double.IsNaN(window.R.Span[place]));
            }
        }
    }

    [Fact]
    public void While_a_pacer_runs_nothing_is_said_and_its_time_does_not_count()
    {
        var pair = new Pair();
        var (a, b) = (Hearts.Following(t => 80 + Wave(t), 0, 400), Hearts.Following(t => 70 + Wave(1.3 * t), 0, 400));
        pair.Dyad.ChangePacer(100, 6);
        pair.Dyad.ChangePacer(220, null);
        var states = new Dictionary<int, DyadReadings>();
        for (var (second, i, j) = (1, 0, 0); second <= 390; second++)
        {
            for (; a[i].TimeS <= second; i++)
                pair.A.Add(a[i]);
            for (; b[j].TimeS <= second; j++)
                pair.B.Add(b[j]);
            pair.Dyad.Advance();
            states[second] = pair.Dyad.Read(second);
        }

        Assert.Equal(VerdictState.NotYetKnown, states[99].Verdict.State);
        Assert.InRange(states[99].Verdict.NextLookS!.Value, 150, 153);
        foreach (var second in new[] { 100, 160, 219 })
        {
            Assert.Equal(ReadingState.Paced, states[second].R.State);
            Assert.Equal(ReadingState.Paced, states[second].LagS.State);
            Assert.Equal(VerdictState.Paced, states[second].Verdict.State);
            Assert.Null(states[second].Verdict.Look);
        }

        Assert.Equal(VerdictState.NotYetKnown, states[230].Verdict.State);
        Assert.InRange(states[230].Verdict.NextLookS!.Value, 270, 273);
        var look = states[290].Verdict.Look!;
        Assert.InRange(look.AtS, 270, 273);
        Assert.Equal(150, look.Result.UsedS);
        Assert.Contains(SynchronyConfound.CommonPace, look.Confounds);
    }

    [Fact]
    public void Two_who_breathe_slowly_and_alike_are_paced_without_a_pacer()
    {
        double Breath(double t, double hz) => 6 * Math.Sin(2 * Math.PI * hz * t);
        DyadReadings At300(double hzOfB) => Analysed(
            Hearts.Following(t => 80 + Breath(t, 0.1), 0, 300),
            Hearts.Following(t => 70 + Breath(t + 1, hzOfB), 0, 300)).Dyad.Read(300);

        Assert.Equal(VerdictState.Paced, At300(0.104).Verdict.State);
        Assert.NotEqual(VerdictState.Paced, At300(0.2).Verdict.State);
    }

    [Fact]
    public void At_first_everything_warms_up()
    {
        var readings = Analysed(Hearts.Following(_ => 80, 0, 20), []).Dyad.Read(20);

        Assert.All([readings.R, readings.LagS, readings.DistanceBpm, readings.SlopeBpmPerMin], reading => Assert.Equal(ReadingState.WarmingUp, reading.State));
        Assert.Null(readings.Convergence);
    }

    [Fact]
    public void The_last_minutes_of_an_hour_allocate_no_more_than_earlier_ones()
    {
        var pair = new Pair(options: Options with { Looks = LookOptions.None });
        var (a, b) = (Hearts.Following(t => 80 + Wave(t), 0, 3600), Hearts.Following(t => 70 + Wave(t), 0, 3600));
        var (i, j) = (0, 0);
        Run(600);

        var bytes = Enumerable.Range(1, 5).Select(part =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Run(600 + (part * 600));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }).ToArray();

        // The windows themselves, 41 numbers every five seconds, and what trend, anchor and episode look at: 600 bytes a second, the same at the
        // end as at the beginning; a collection, which other tests cause, counts up to 8 kB more.
        Assert.All(bytes, used => Assert.InRange(used, 0, 450_000));
        Assert.InRange(bytes[^1], 0, bytes[0] + 50_000);

        void Run(double untilS)
        {
            while (i < a.Length && a[i].TimeS <= untilS)
            {
                pair.A.Add(a[i++]);
                while (j < b.Length && b[j].TimeS <= a[i - 1].TimeS)
                    pair.B.Add(b[j++]);
                pair.Dyad.Advance();
            }
        }
    }

    private static double Wave(double t) => (4 * Math.Sin(t / 2.7)) + (3 * Math.Sin(t / 4.9)) + (2 * Math.Sin(t / 1.7));

    private static Analysis Analysed(TimedBeat[] a, TimedBeat[] b, double chunkS = 1)
    {
        var heard = new Recorder();
        var pair = new Pair(heard);
        for (var fromS = 0.0; fromS < 400; fromS += chunkS)
        {
            foreach (var beat in a.Where(beat => beat.TimeS > fromS && beat.TimeS <= fromS + chunkS))
                pair.A.Add(beat);
            foreach (var beat in b.Where(beat => beat.TimeS > fromS && beat.TimeS <= fromS + chunkS))
                pair.B.Add(beat);
            pair.Dyad.Advance();
        }

        pair.A.Finish();
        pair.B.Finish();
        pair.Dyad.Advance();
        return new(pair.Dyad, heard);
    }

    private sealed record Analysis(DyadAnalysis Dyad, Recorder Heard);

    private sealed class Pair
    {
        public Pair(IDyadObserver? observer = null, AnalysisOptions? options = null)
        {
            (A, B) = (new PersonAnalysis(Options), new PersonAnalysis(Options));
            Dyad = new DyadAnalysis(A, B, options ?? Options, observer);
        }

        public PersonAnalysis A { get; }

        public PersonAnalysis B { get; }

        public DyadAnalysis Dyad { get; }
    }

    private sealed class Recorder : IDyadObserver
    {
        public List<SynchronyWindow> Windows { get; } = [];

        public List<SynchronyPeak> Peaks { get; } = [];

        public List<ConvergenceRow> Rows { get; } = [];

        public void OnWindow(SynchronyWindow window) => Windows.Add(window);

        public void OnPeak(in SynchronyPeak peak) => Peaks.Add(peak);

        public void OnConvergence(in ConvergenceRow row) => Rows.Add(row);
    }
}
