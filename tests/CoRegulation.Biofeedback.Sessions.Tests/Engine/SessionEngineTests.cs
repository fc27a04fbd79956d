using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Snapshots;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Engine;

public class SessionEngineTests
{
    [Fact]
    public void Snapshots_stand_four_a_second_from_0_on()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Settling, durationS: 30);

        var snapshots = SimulatedSessions.Snapshots(header, facts);

        Assert.Equal(Enumerable.Range(0, 121).Select(k => k / 4.0), snapshots.Select(snapshot => snapshot.TimeS));
    }

    [Fact]
    public void Two_straps_that_interleave_differently_within_an_instant_give_the_same_bits()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Settling, durationS: 120);
        // Everything of a tenth of a second arrives at its end, once A's before B's and once B's before A's.
        var together = facts.Select(fact => fact with { TimeS = Math.Ceiling(fact.TimeS * 10) / 10 }).ToList();
        var aFirst = together.OrderBy(fact => fact.TimeS).ThenBy(PersonOf).ToList();
        var bFirst = together.OrderBy(fact => fact.TimeS).ThenByDescending(PersonOf).ToList();
        Assert.NotEqual(aFirst, bFirst);

        Assert.Equal(
            SimulatedSessions.Bits(SimulatedSessions.Snapshots(header, aFirst)),
            SimulatedSessions.Bits(SimulatedSessions.Snapshots(header, bFirst)));
    }

    [Fact]
    public void Facts_handed_over_in_bulk_give_the_same_bits_as_one_by_one()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.StrapTrouble, durationS: 120);
        var engine = new SessionEngine(header);
        // B's facts all before A's: only the order within one strap is given.
        foreach (var fact in facts.OrderByDescending(PersonOf))
            engine.Accept(fact);

        var inBulk = new List<string>();
        while (engine.NextTimeS <= 120)
            inBulk.Add(SimulatedSessions.Bits(engine.Next()));

        Assert.Equal(SimulatedSessions.Bits(SimulatedSessions.Snapshots(header, facts)), inBulk);
    }

    [Fact]
    public void Saved_and_read_again_a_session_gives_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "pair.coreg.jsonl");
        var (header, facts) = SimulatedSessions.Of(Scenarios.StrapTrouble);
        RecordingFile.WriteWhole(path, header, facts);

        var read = RecordingReader.Read(path);

        Assert.Equal(
            SimulatedSessions.Bits(SimulatedSessions.Snapshots(header, facts)),
            SimulatedSessions.Bits(SimulatedSessions.Snapshots(read.Header, read.Facts)));
    }

    [Fact]
    public void A_snapshot_does_not_depend_on_what_comes_after_it()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Settling, durationS: 180);

        var cut = SimulatedSessions.Snapshots(header, facts.Where(fact => fact.TimeS <= 100));

        Assert.Equal(
            SimulatedSessions.Bits(SimulatedSessions.Snapshots(header, facts).Take(400)),
            SimulatedSessions.Bits(cut.Take(400)));
    }

    [Fact]
    public void A_fact_that_comes_after_its_snapshot_is_refused()
    {
        var (header, _) = SimulatedSessions.Of(Scenarios.Settling, durationS: 10);
        var engine = new SessionEngine(header);
        engine.Next();
        engine.Next();

        Assert.Throws<ArgumentException>(() => engine.Accept(new MarkerFact(0.25, "late")));
    }

    [Fact]
    public void A_settling_couple_is_nearing_and_the_distance_is_that_of_the_truth()
    {
        var session = Simulator.Run(Scenarios.Settling, seed: 1);
        var (header, facts) = SimulatedSessions.Of(Scenarios.Settling);

        var snapshots = SimulatedSessions.Snapshots(header, facts);

        Assert.Contains(snapshots, snapshot => snapshot.Dyad!.Convergence is ConvergenceState.Nearing);
        var errors = snapshots.Where(snapshot => snapshot.Dyad!.DistanceBpm.Value is not null).Select(snapshot =>
        {
            // A mean over ten seconds, known a few beats late: the truth of the ten seconds that it speaks of.
            double Mean(int person) => session.Truth.People[person].RateBpm
                .Skip((int)Math.Max(0, snapshot.Index - 52)).Take(40).Average();
            return Math.Abs(snapshot.Dyad!.DistanceBpm.Value!.Value - Math.Abs(Mean(0) - Mean(1)));
        }).Order().ToList();
        Assert.True(errors[errors.Count / 2] < 1, $"median error {errors[errors.Count / 2]} bpm");
    }

    [Fact]
    public void The_distance_is_that_of_the_two_heart_rates_shown()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.StrapTrouble);

        foreach (var snapshot in SimulatedSessions.Snapshots(header, facts))
        {
            var shown = snapshot.People.Select(person => person.HeartRateBpm.Value).ToArray();
            Assert.Equal(shown[0] - shown[1] is { } difference ? Math.Abs(difference) : null, snapshot.Dyad!.DistanceBpm.Value);
        }
    }

    [Fact]
    public void A_strap_that_falls_silent_leaves_no_number_after_five_seconds()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Uncoupled, durationS: 120);

        var snapshots = SimulatedSessions.Snapshots(header, facts.Where(fact => PersonOf(fact) != "B" || fact.TimeS < 60));

        var after = snapshots.Single(snapshot => snapshot.TimeS == 66);
        Assert.Equal(Signal.Lost, after.People[1].Signal);
        Assert.Equal(Reading.Missing(ReadingState.SignalLost), after.People[1].HeartRateBpm);
        Assert.Equal(Reading.Missing(ReadingState.SignalLost), after.People[1].BreathingPerMin);
        Assert.Equal(Reading.Missing(ReadingState.SignalLost), after.People[1].RsaMs);
        Assert.Equal(Reading.Missing(ReadingState.SignalLost), after.People[1].CorrectedPercent);
        Assert.Null(after.People[1].Rhythm);
        Assert.Equal(Reading.Missing(ReadingState.SignalLost), after.Dyad!.DistanceBpm);
        Assert.Equal(ReadingState.Valid, after.People[0].HeartRateBpm.State);
    }

    [Fact]
    public void A_strap_without_contact_says_so_and_shows_no_number()
    {
        var (header, _) = SimulatedSessions.Of(Scenarios.Solo, durationS: 10);
        var facts = Enumerable.Range(1, 40).Select(Fact (second) =>
            // 0x16: contact supported and detected, RR present; 0x04: contact supported, not detected, no RR.
            new NotificationFact(second, "A", second <= 20 ? [0x16, 60, 0x00, 0x04] : [0x04, 0])).ToList();

        var snapshots = SimulatedSessions.Snapshots(header, facts);

        Assert.Equal(60, snapshots.Single(snapshot => snapshot.TimeS == 20).People[0].HeartRateBpm.Value!.Value, 1e-9);
        var after = snapshots.Single(snapshot => snapshot.TimeS == 22);
        Assert.Equal(Signal.NoContact, after.People[0].Signal);
        Assert.Equal(Reading.Missing(ReadingState.NoContact), after.People[0].HeartRateBpm);
    }

    [Fact]
    public void A_strap_that_sends_no_intervals_gives_its_own_heart_rate_and_no_variability()
    {
        var (header, _) = SimulatedSessions.Of(Scenarios.Solo, durationS: 10);
        var facts = Enumerable.Range(1, 90).Select(Fact (second) => new NotificationFact(second, "A", [0x00, 71])).ToList();

        var last = SimulatedSessions.Snapshots(header, facts)[^1].People[0];

        Assert.Equal(71, last.HeartRateBpm.Value);
        Assert.Null(last.RmssdMs.Value);
        Assert.Null(last.SdnnMs.Value);
    }

    [Fact]
    public void Where_no_intervals_come_warming_up_ends_with_twenty_messages()
    {
        var (header, _) = SimulatedSessions.Of(Scenarios.Uncoupled, durationS: 10);
        var facts = Enumerable.Range(1, 40).SelectMany(second => new Fact[]
        {
            new NotificationFact(second, "A", [0x00, 71]),
            new NotificationFact(second, "B", [0x10, 60, 0x00, 0x04]),
        }).ToList();

        var snapshots = SimulatedSessions.Snapshots(header, facts);

        Assert.Equal(ReadingState.WarmingUp, snapshots.Single(snapshot => snapshot.TimeS == 19).People[0].RmssdMs.State);
        var after = snapshots.Single(snapshot => snapshot.TimeS == 21);
        var a = after.People[0];
        Assert.True(a.LacksIntervals);
        Assert.All(
            [a.RmssdMs, a.SdnnMs, a.Pnn50Percent, a.BreathingPerMin, a.RsaMs, a.CorrectedPercent, a.BaselineBpm, a.BaselineSd, a.TimeUncertaintyMs, after.Dyad!.R, after.Dyad.SlopeBpmPerMin],
            reading => Assert.Equal(ReadingState.NotEnoughData, reading.State));
        Assert.Equal(ReadingState.NotEnoughData, a.Episode.State);
        Assert.Equal(11, after.Dyad.DistanceBpm.Value!.Value, 1e-9);
        Assert.True(after.Dyad.LacksIntervals);
        Assert.Equal((false, ReadingState.WarmingUp), (after.People[1].LacksIntervals, after.People[1].RmssdMs.State));
    }

    [Fact]
    public void One_interval_is_enough_to_wait_for_more()
    {
        var (header, _) = SimulatedSessions.Of(Scenarios.Solo, durationS: 10);
        var facts = Enumerable.Range(1, 30).Select(Fact (second) => new NotificationFact(second, "A", second == 25 ? [0x10, 60, 0x00, 0x04] : [0x00, 60])).ToList();

        Assert.Equal([true, false], SimulatedSessions.Snapshots(header, facts).Where(snapshot => snapshot.TimeS is 24 or 26).Select(snapshot => snapshot.People[0].LacksIntervals));
    }

    [Theory]
    [InlineData(27)]
    [InlineData(223)]
    [InlineData(255)]
    public void A_heart_rate_that_no_heart_has_is_withheld_and_counts_for_nothing(byte bpm)
    {
        var (header, _) = SimulatedSessions.Of(Scenarios.Uncoupled, durationS: 10);
        var facts = Enumerable.Range(1, 40).SelectMany(second => new Fact[]
        {
            new NotificationFact(second, "A", [0x16, bpm]),
            new NotificationFact(second, "B", [0x10, 60, 0x00, 0x04]),
        }).ToList();

        var last = SimulatedSessions.Snapshots(header, facts)[^1];

        Assert.Equal((ReadingState.NotEnoughData, bpm, Signal.Good), (last.People[0].HeartRateBpm.State, last.People[0].RefusedHeartRateBpm!.Value, last.People[0].Signal));
        Assert.Equal(ReadingState.NotEnoughData, last.Dyad!.DistanceBpm.State);
    }

    [Theory]
    [InlineData(28)]
    [InlineData(222)]
    public void A_heart_rate_at_the_limits_is_shown(byte bpm)
    {
        var (header, _) = SimulatedSessions.Of(Scenarios.Solo, durationS: 10);

        var last = SimulatedSessions.Snapshots(header, [new NotificationFact(1, "A", [0x00, bpm])])[^1].People[0];

        Assert.Equal((bpm, null), (last.HeartRateBpm.Value, last.RefusedHeartRateBpm));
    }

    [Fact]
    public void A_strap_that_never_finds_a_heart_rate_does_not_warm_up_for_ever()
    {
        var (header, _) = SimulatedSessions.Of(Scenarios.Solo, durationS: 10);
        var facts = Enumerable.Range(1, 30).Select(Fact (second) => new NotificationFact(second, "A", [0x00, 0])).ToList();

        var snapshots = SimulatedSessions.Snapshots(header, facts);

        Assert.Equal((ReadingState.WarmingUp, null), snapshots.Single(snapshot => snapshot.TimeS == 10).People[0] is var early ? (early.HeartRateBpm.State, early.RefusedHeartRateBpm) : default);
        Assert.Equal((ReadingState.NotEnoughData, 0), (snapshots[^1].People[0].HeartRateBpm.State, snapshots[^1].People[0].RefusedHeartRateBpm));
    }

    [Fact]
    public void A_look_that_is_overdue_is_not_promised_for_a_time_that_has_passed()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Uncoupled, durationS: 400);

        var snapshots = SimulatedSessions.Snapshots(header, facts.Where(fact => PersonOf(fact) != "B" || fact.TimeS < 60));

        Assert.NotNull(snapshots.Single(snapshot => snapshot.TimeS == 60).Dyad!.Verdict.NextLookS);
        Assert.All(snapshots, snapshot => Assert.False(snapshot.Dyad!.Verdict.NextLookS <= snapshot.TimeS));
    }

    [Fact]
    public void Breathing_is_that_of_the_simulated_person()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Uncoupled, durationS: 240);
        var truthPerMin = 60 * Simulator.Run(Scenarios.Uncoupled, 1, 240).Truth.People[0].BreathingHz[^240..].Average();

        var last = SimulatedSessions.Snapshots(header, facts)[^1].People[0];

        Assert.InRange(last.BreathingPerMin.Value!.Value, truthPerMin - 1, truthPerMin + 1);
        Assert.InRange(last.RsaMs.Value!.Value, 2, 200);
        Assert.Equal((0, Rhythm.Sinus), (last.CorrectedPercent.Value, last.Rhythm));
    }

    [Fact]
    public void Every_decided_beat_is_new_in_one_snapshot_and_all_are_in_the_history()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.StrapTrouble);
        var snapshots = SimulatedSessions.Snapshots(header, facts);
        var history = new SnapshotHistory(header.People.Length, []);

        foreach (var snapshot in snapshots)
            history.Add(snapshot);

        for (var i = 0; i < 2; i++)
        {
            var person = i;
            var beats = snapshots.SelectMany(snapshot => snapshot.People[person].NewBeats).ToArray();
            Assert.NotEmpty(beats);
            Assert.Equal(beats.OrderBy(beat => beat.TimeS), beats);
            Assert.All(snapshots, snapshot => Assert.All(snapshot.People[person].NewBeats, beat => Assert.True(beat.TimeS <= snapshot.TimeS)));
            Assert.Equal(beats, history.Beats(person));
            Assert.Equal(snapshots.Skip(800).SelectMany(snapshot => snapshot.People[person].NewBeats), history.Beats(person, 800));
            Assert.Empty(history.Beats(person, history.NextIndex));
        }
    }

    [Fact]
    public void While_a_pacer_runs_synchrony_is_paced_and_has_no_number()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Settling, durationS: 240);

        var snapshots = SimulatedSessions.Snapshots(header, facts.Append(new PacerFact(200, 6)).OrderBy(fact => fact.TimeS));

        Assert.Equal(ReadingState.Valid, snapshots.Single(snapshot => snapshot.TimeS == 199).Dyad!.R.State);
        Assert.Equal(Reading.Missing(ReadingState.Paced), snapshots[^1].Dyad!.R);
        Assert.Equal(ReadingState.Valid, snapshots[^1].Dyad!.DistanceBpm.State);
    }

    [Fact]
    public void One_person_alone_has_no_pair()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.Solo, durationS: 60);

        Assert.All(SimulatedSessions.Snapshots(header, facts), snapshot => Assert.Null(snapshot.Dyad));
    }

    [Fact]
    public void A_lost_link_is_lost_at_once_and_back_with_the_next_message()
    {
        var (header, _) = SimulatedSessions.Of(Scenarios.Solo, durationS: 10);
        Fact[] facts =
        [
            new NotificationFact(1, "A", [0x10, 60, 0x00, 0x04]),
            new SensorFact(1.5, "A", SensorState.Lost),
            new SensorFact(3.5, "A", SensorState.Connected),
            new NotificationFact(4.0, "A", [0x10, 60, 0x00, 0x04]),
        ];

        var snapshots = SimulatedSessions.Snapshots(header, facts);

        Assert.Equal(Signal.Good, snapshots[4].People[0].Signal);
        Assert.Equal(Signal.Lost, snapshots[6].People[0].Signal);
        Assert.Equal(Signal.Good, snapshots[16].People[0].Signal);
    }

    private static string PersonOf(Fact fact) => fact switch
    {
        NotificationFact f => f.Person,
        SensorFact f => f.Person,
        BatteryFact f => f.Person,
        _ => "",
    };
}
