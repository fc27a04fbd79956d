using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.People;
using CoRegulation.Biofeedback.Analysis.Readings;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.People;

public class PersonAnalysisTests
{
    private static readonly AnalysisOptions Options = new();

    [Fact]
    public void Before_the_first_beat_everything_warms_up()
    {
        var readings = new PersonAnalysis(Options).Read(1000);

        Assert.All(All(readings), reading => Assert.Equal(ReadingState.WarmingUp, reading.State));
    }

    [Fact]
    public void Numbers_come_as_soon_as_their_windows_hold_enough()
    {
        var person = new PersonAnalysis(Options);
        var firstS = new Dictionary<string, double>();
        foreach (var beat in Hearts.Following(t => 60 + (5 * Math.Sin(t / 5)), 0, 200))
        {
            person.Add(beat);
            var readings = person.Read(beat.TimeS);
            Note("heart rate", readings.HeartRateBpm);
            Note("rmssd", readings.RmssdMs);
            Note("pnn50", readings.Pnn50Percent);
            Note("sdnn", readings.SdnnMs);
            Note("baseline", readings.BaselineSd);

            void Note(string name, Reading reading)
            {
                Assert.NotEqual(ReadingState.NotEnoughData, reading.State);
                if (reading.State is ReadingState.Valid)
                    firstS.TryAdd(name, beat.TimeS);
            }
        }

        // Five beats more than the window needs: the delay of artefact correction.
        Assert.InRange(firstS["heart rate"], 7, 8.5);
        Assert.InRange(firstS["rmssd"], 34, 36.5);
        Assert.Equal(firstS["rmssd"], firstS["pnn50"]);
        Assert.InRange(firstS["sdnn"], 124, 126.5);
        Assert.InRange(firstS["baseline"], 124, 127);
    }

    [Fact]
    public void Numbers_are_those_of_the_last_minutes()
    {
        var random = new Random(1);
        var beats = Hearts.Beats(Enumerable.Range(0, 700).Select(_ => 750 + (100 * random.NextDouble())));
        var person = Analysed(beats);

        var readings = person.Read(beats[^1].TimeS);

        Close.Equal(60_000 / Last(10).Average(), readings.HeartRateBpm.Value!.Value);
        Close.Equal(TimeDomain.Compute(Last(60)).RmssdMs, readings.RmssdMs.Value!.Value);
        Close.Equal(TimeDomain.Compute(Last(60)).Pnn50Percent, readings.Pnn50Percent.Value!.Value);
        Close.Equal(TimeDomain.Compute(Last(300)).SdnnMs, readings.SdnnMs.Value!.Value);

        double[] Last(double seconds) => [.. beats.Where(beat => beat.TimeS > beats[^1].TimeS - seconds).Select(beat => beat.RrMs)];
    }

    [Fact]
    public void After_five_seconds_without_a_beat_the_numbers_are_stale_but_the_baseline_stays()
    {
        var beats = Hearts.Following(_ => 60, 0, 400);
        var person = Analysed(beats);

        Assert.Equal(ReadingState.Valid, person.Read(beats[^1].TimeS + 5).RmssdMs.State);
        var later = person.Read(beats[^1].TimeS + 5.25);

        Assert.All(
            [later.HeartRateBpm, later.RmssdMs, later.SdnnMs, later.Pnn50Percent, later.BaselineSd],
            reading => Assert.Equal(ReadingState.Stale, reading.State));
        Close.Equal(60, later.BaselineBpm.Value!.Value);
        Close.Equal(1.5, later.BaselineSpreadBpm.Value!.Value);
    }

    [Fact]
    public void After_a_gap_a_young_segment_warms_up()
    {
        var person = Analysed([.. Hearts.Following(_ => 60, 0, 100), .. Hearts.Following(_ => 60, 200, 220, segment: 1)]);

        var readings = person.Read(220);

        Close.Equal(60, readings.HeartRateBpm.Value!.Value);
        Assert.Equal(ReadingState.WarmingUp, readings.RmssdMs.State);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Numbers_of_before_a_gap_are_not_shown_with_the_beats_after_it(int segment)
    {
        var person = Analysed(Hearts.Following(_ => 60, 0, 400));
        person.Add(new TimedBeat(460, segment == 0 ? 60_000 : 1000, segment, 5));

        Assert.Equal(Reading.Missing(ReadingState.Stale), person.Read(460).HeartRateBpm);
        Assert.Equal(Reading.Missing(ReadingState.Stale), person.Read(460).BreathingPerMin);
        Assert.Null(person.Read(460).Rhythm);
        foreach (var beat in Hearts.Following(_ => 60, 460, 470, segment))
            person.Add(beat);
        Close.Equal(60, person.Read(470).HeartRateBpm.Value!.Value);
    }

    [Fact]
    public void Breathing_is_read_from_the_beats_and_corrected_ones_are_counted()
    {
        var beats = Hearts.Following(t => 70 + (4 * Math.Sin(2 * Math.PI * t / 5)), 0, 200);
        var clean = Analysed(beats).Read(beats[^1].TimeS);
        // Two beats in the last minute come early, with their pauses.
        foreach (var early in new[] { beats.Length - 40, beats.Length - 20 })
            beats[early] = beats[early] with { TimeS = beats[early].TimeS - 0.35, RrMs = beats[early].RrMs - 350 };
        foreach (var late in new[] { beats.Length - 39, beats.Length - 19 })
            beats[late] = beats[late] with { RrMs = beats[late].RrMs + 350 };
        var mended = Analysed(beats).Read(beats[^1].TimeS);

        Assert.InRange(clean.BreathingPerMin.Value!.Value, 11.8, 12.2);
        Assert.InRange(clean.RsaMs.Value!.Value, 60, 140);
        Assert.Equal((0, Rhythm.Sinus), (clean.CorrectedPercent.Value, clean.Rhythm));
        Assert.InRange(mended.CorrectedPercent.Value!.Value, 100 * 4 / 72.0, 100 * 4 / 68.0);
    }

    [Fact]
    public void Too_many_artefacts_leave_too_little()
    {
        var random = new Random(1);
        var beats = Hearts.Beats(Enumerable.Range(0, 500).Select(_ => random.Next(4) is 0 ? 1700.0 : 800));

        var readings = Analysed(beats).Read(beats[^1].TimeS);

        Assert.Equal(ReadingState.NotEnoughData, readings.RmssdMs.State);
        Assert.Equal(ReadingState.Valid, readings.HeartRateBpm.State);
    }

    [Fact]
    public void The_baseline_phase_counts_from_where_it_began()
    {
        var person = new PersonAnalysis(Options);
        person.BeginPhase("baseline", 60);
        foreach (var beat in Hearts.Following(t => t < 60 ? 78 : 66, 0, 100))
            person.Add(beat);

        Close.Equal(66, person.Read(100).BaselineBpm.Value!.Value, 1e-3);
    }

    [Fact]
    public void Reading_changes_nothing() =>
        Hearts.RrMs.Array[1, 300].Sample(rrMs =>
        {
            var (quiet, asked) = (new PersonAnalysis(Options), new PersonAnalysis(Options));
            foreach (var beat in Hearts.Beats(rrMs))
            {
                quiet.Add(beat);
                asked.Add(beat);
                asked.Read(beat.TimeS + 1);
                Assert.Equal(asked.Read(beat.TimeS), asked.Read(beat.TimeS));
            }

            var endS = rrMs.Sum() / 1000;
            Assert.Equal(quiet.Read(endS), asked.Read(endS));
        }, iter: 20);

    [Fact]
    public void The_observer_hears_every_beat_and_every_sample_once()
    {
        var observer = new Recorder();
        var person = new PersonAnalysis(Options, observer);
        TimedBeat[] beats = [.. Hearts.Following(_ => 75, 1, 50), .. Hearts.Following(_ => 60, 60, 90, segment: 1)];
        foreach (var beat in beats)
            person.Add(beat);
        person.Finish();

        Assert.Equal(beats.Select(beat => beat.TimeS), observer.Beats.Select(beat => beat.TimeS));
        Assert.Equal(Enumerable.Range(0, (int)person.HeartRate.Count).Select(k => ((long)k, person.HeartRate[k])), observer.Samples);
        Assert.Equal((int)(4 * beats[^1].TimeS) + 1, observer.Samples.Count);
        Assert.Equal(beats.Select(beat => beat.TimeS).DistinctBy(timeS => Math.Floor(timeS / Options.Breathing.RenewEveryS)), observer.BreathingS);
    }

    [Fact]
    public void Every_measure_can_be_read_by_its_name()
    {
        var person = Analysed(Hearts.Following(t => 60 + (5 * Math.Sin(t / 5)) + (4 * Math.Sin(1.6 * t)), 0, 400));

        Assert.NotEmpty(person.Metrics);
        Assert.All(person.Metrics.Where(metric => metric.Needs.MinimumS <= metric.WindowS), metric => Assert.Equal(ReadingState.Valid, person.Read(metric.Key, 400).State));
    }

    private static PersonAnalysis Analysed(TimedBeat[] beats)
    {
        var person = new PersonAnalysis(Options);
        foreach (var beat in beats)
            person.Add(beat);
        person.Finish();
        return person;
    }

    private static Reading[] All(PersonReadings readings) =>
    [
        readings.HeartRateBpm, readings.RmssdMs, readings.SdnnMs, readings.Pnn50Percent,
        readings.BreathingPerMin, readings.RsaMs, readings.CorrectedPercent,
        readings.BaselineBpm, readings.BaselineSpreadBpm, readings.BaselineSd,
    ];

    private sealed class Recorder : IPersonObserver
    {
        public List<Beat> Beats { get; } = [];

        public List<(long Index, double Bpm)> Samples { get; } = [];

        public List<double> BreathingS { get; } = [];

        public void OnBreathing(double timeS, in BreathingEstimate breathing) => BreathingS.Add(timeS);

        public void OnBeat(in Beat beat) => Beats.Add(beat);

        public void OnHeartRate(long index, double bpm) => Samples.Add((index, bpm));
    }
}
