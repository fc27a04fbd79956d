using CoRegulation.Biofeedback.Benchmarks.Truth;
using CoRegulation.Biofeedback.Sensors.Simulation;

namespace CoRegulation.Biofeedback.Sessions.Tests.Truth;

/// <summary>The study of the benchmarks project in small.</summary>
public class AnchorTruthTests
{
    private const int Seed = 92_000;

    public static TheoryData<string, Scenario> WithAnchor => new()
    {
        { "A is steady", PairConditions.Anchor("A", new(26, 28)) },
        { "therapist", Scenarios.TherapistAnchor },
        { "parent", Scenarios.ParentChild },
    };

    public static TheoryData<string, Scenario> WithoutAnchor => new()
    {
        { "episodes of both", PairConditions.BothEpisodes(sameTime: false) },
        { "converging", PairConditions.Converging },
        { "settling", Scenarios.Settling },
    };

    [Theory]
    [MemberData(nameof(WithAnchor))]
    public void An_anchor_is_found(string name, Scenario scenario)
    {
        var row = AnchorTruth.Measure(name, scenario, 4, Seed);

        Assert.InRange(row.Right, 0.7, 1);
        Assert.InRange(row.Confidence, 0.7, 1);
    }

    [Theory]
    [MemberData(nameof(WithoutAnchor))]
    public void Nobody_is_named_where_there_is_none(string name, Scenario scenario) =>
        Assert.InRange(AnchorTruth.Measure(name, scenario, 4, Seed).Named, 0, 0.3);

    [Fact]
    public void Live_the_anchor_becomes_known_and_nobody_else_is_named()
    {
        var (wrong, right) = AnchorTruth.MeasureLive(Scenarios.TherapistAnchor, 1, Seed);

        Assert.Equal((0, 1), (wrong, right));
    }
}
