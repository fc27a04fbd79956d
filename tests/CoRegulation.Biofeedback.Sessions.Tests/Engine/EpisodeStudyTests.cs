using CoRegulation.Biofeedback.Benchmarks.Truth;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Engine;

namespace CoRegulation.Biofeedback.Sessions.Tests.Engine;

/// <summary>Small forms of the study of docs/methods/episodes.md, with bounds that fail when the method breaks.</summary>
public class EpisodeStudyTests
{
    [Fact]
    public void Episodes_of_simulated_people_are_found_and_measured()
    {
        var row = EpisodeTruthStudy.Run(EpisodeTruthStudy.All.Single(condition => condition.Name is "10 to 30 bpm"), sessions: 8, seed: 1);

        Assert.Equal(48, row.Episodes);
        Assert.True(row.FoundShare >= 0.9, $"{row.FoundShare}");
        Assert.True(row.FalsePerHour <= 1, $"{row.FalsePerHour}");
        Assert.True(row.TimeConstantError <= 0.2, $"{row.TimeConstantError}");
        Assert.True(row.TimeConstantGiven >= 0.8, $"{row.TimeConstantGiven}");
        Assert.True(row.TimeToBaselineErrorS <= 10, $"{row.TimeToBaselineErrorS}");
        Assert.True(row.SameCensoring >= 0.85, $"{row.SameCensoring}");
    }

    [Fact]
    public void People_at_rest_have_hardly_any()
    {
        var row = EpisodeTruthStudy.Run(EpisodeTruthStudy.All.Single(condition => condition.Name is "none, an hour, baseline phase"), sessions: 3, seed: 1);

        Assert.True(row.FalsePerHour <= 1, $"{row.FalsePerHour}");
    }

    [Fact]
    public void A_client_with_three_episodes_has_them_and_the_therapist_none()
    {
        var (header, facts) = SimulatedSessions.Of(Scenarios.TherapistAnchor);

        var people = SessionAnalysis.Run(header, facts).People;

        var truth = Simulator.Run(Scenarios.TherapistAnchor, 1).Truth.People[0].Episodes;
        Assert.Equal(truth.Length, people[0].Episodes.Count);
        // A slow wave on top of the return may be the peak.
        Assert.All(people[0].Episodes.Zip(truth), pair => Assert.Equal(pair.Second.PeakS, pair.First.PeakS, 20.0));
        Assert.Empty(people[1].Episodes);
    }
}
