using CoRegulation.Biofeedback.Sensors.Simulation;

namespace CoRegulation.Biofeedback.Sensors.Tests.Simulation;

public class ScenariosTests
{
    public static TheoryData<string> Names => [.. Scenarios.All.Select(scenario => scenario.Name)];

    [Fact]
    public void The_presets_are_found_by_name()
    {
        Assert.Equal(
            ["settling", "parent-child", "therapist-anchor", "uncoupled", "solo", "strap-trouble", "paced", "study"],
            Scenarios.All.Select(scenario => scenario.Name));
        Assert.Same(Scenarios.Settling, Scenarios.Find("settling"));
        Assert.Null(Scenarios.Find("Settling"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_says_what_it_is_and_its_phases_and_markers_lie_within_it(string name)
    {
        var scenario = Scenarios.Find(name)!;

        Assert.EndsWith(".", scenario.Description, StringComparison.Ordinal);
        Assert.InRange(scenario.DurationS, 360, 720);
        Assert.Equal(0, scenario.Phases[0].TimeS);
        Assert.All(scenario.Phases.Concat(scenario.Markers), label => Assert.InRange(label.TimeS, 0, scenario.DurationS));
        Assert.Equal(scenario.Phases.OrderBy(phase => phase.TimeS), scenario.Phases);
    }

    [Fact]
    public void Settling_A_comes_down_towards_B()
    {
        var people = Simulator.Run(Scenarios.Settling, 1).Truth.People;

        Assert.Equal(92, MeanBpm(people[0], 0, 120), 3.0);
        Assert.InRange(MeanBpm(people[0], 0, 120) - MeanBpm(people[1], 0, 120), 19, 29);
        Assert.InRange(MeanBpm(people[0], 540, 600) - MeanBpm(people[1], 540, 600), -2, 10);
    }

    [Fact]
    public void Parent_child_the_child_comes_down_and_the_parent_hardly_moves()
    {
        var people = Simulator.Run(Scenarios.ParentChild, 1).Truth.People;

        Assert.Equal(135, MeanBpm(people[0], 0, 90), 4.0);
        Assert.Equal(105, MeanBpm(people[0], 420, 480), 4.0);
        Assert.InRange(Statistics.Sd([.. people[1].RateBpm]), 1, 3);
    }

    [Fact]
    public void Therapist_anchor_three_episodes_return_sooner_each_time()
    {
        var truth = Simulator.Run(Scenarios.TherapistAnchor, 1).Truth;

        Assert.Equal([90, 60, 40], truth.People[0].Episodes.Select(episode => episode.TauS));
        Assert.All(truth.People[0].Episodes, episode =>
            Assert.InRange(MeanBpm(truth.People[0], episode.PeakS - 1, episode.PeakS + 3) - 74, 18, 36));
        Assert.Equal("B", truth.Anchor);
        Assert.InRange(Statistics.Sd([.. truth.People[1].RateBpm]), 1, 3);
    }

    [Fact]
    public void Strap_trouble_has_every_fault_and_every_state_that_a_strap_tells()
    {
        var session = Simulator.Run(Scenarios.StrapTrouble, 1);

        Assert.Equal(7, session.Truth.People.SelectMany(person => person.Faults).Select(fault => fault.Kind).Distinct().Count());
        Assert.Equal(
            [SensorState.Connected, SensorState.Lost, SensorState.Silent],
            session.Messages.OfType<SimulatedState>().Select(state => state.State).Distinct().Order());
    }

    private static double MeanBpm(PersonTruth person, double fromS, double toS) =>
        person.RateBpm.Skip((int)(fromS * PersonTruth.SamplesPerSecond)).Take((int)((toS - fromS) * PersonTruth.SamplesPerSecond)).Average();
}
