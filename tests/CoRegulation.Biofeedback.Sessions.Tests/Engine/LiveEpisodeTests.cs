using CoRegulation.Biofeedback.Analysis.Episodes;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Sessions.Tests.Engine;

public class LiveEpisodeTests
{
    [Fact]
    public void Each_of_three_episodes_is_shown_soon_after_its_peak_and_the_steady_heart_has_none()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.TherapistAnchor);
        var truth = Simulator.Run(Scenarios.TherapistAnchor, 1).Truth.People[0].Episodes;

        var snapshots = SimulatedSessions.Snapshots(header, facts);

        Assert.All(truth, episode =>
        {
            var now = snapshots[(int)(4 * (episode.PeakS + 30))].People[0].Episode.Current;
            Assert.NotNull(now);
            Assert.Equal(episode.PeakS + 30 - episode.OnsetS, now.Value.SinceOnsetS, 20.0);
            Assert.Equal(episode.AmplitudeBpm, now.Value.AmplitudeBpm, 10.0);
            Assert.False(now.Value.HasReturned);
        });
        Assert.DoesNotContain(snapshots, snapshot => snapshot.People[1].Episode.Current is not null);
    }

    [Fact]
    public void Without_a_good_signal_there_is_a_reason_and_no_episode()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.StrapTrouble);

        var people = SimulatedSessions.Snapshots(header, facts).SelectMany(snapshot => snapshot.People).ToArray();

        Assert.Contains(people, person => person.Signal is Signal.Lost);
        Assert.All(people.Where(person => person.Signal is not Signal.Good), person => Assert.NotEqual(ReadingState.Valid, person.Episode.State));
        Assert.All(people.Where(person => person.Signal is Signal.Lost), person => Assert.Equal(EpisodeReading.Missing(ReadingState.SignalLost), person.Episode));
        Assert.All(people.Where(person => person.HeartRateBpm.State is ReadingState.Stale), person => Assert.Equal(EpisodeReading.Missing(ReadingState.Stale), person.Episode));
    }
}
