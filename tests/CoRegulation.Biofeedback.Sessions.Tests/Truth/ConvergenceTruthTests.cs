using CoRegulation.Biofeedback.Benchmarks.Truth;

namespace CoRegulation.Biofeedback.Sessions.Tests.Truth;

/// <summary>The study of the benchmarks project in small: bounds that a method without an honest interval does not meet.</summary>
public class ConvergenceTruthTests
{
    private const int Seed = 91_000;

    [Fact]
    public void Unrelated_pairs_are_steady()
    {
        var row = ConvergenceTruth.Measure("unrelated", PairConditions.Apart(15), 12, Seed);

        Assert.InRange(row.Nearing + row.Parting, 0, 0.2);
        Assert.InRange(row.LiveNearing + row.LiveParting, 0, 0.1);
        Assert.InRange(row.PersonMoves, 0, 0.15);
        Assert.InRange(row.LivePersonMoves, 0, 0.1);
    }

    [Fact]
    public void An_approach_is_called_nearing()
    {
        var row = ConvergenceTruth.Measure("fast", PairConditions.FastApproach, 6, Seed);

        Assert.InRange(row.Nearing, 0.9, 1);
        Assert.InRange(row.LiveNearing, 0.35, 1);
        Assert.InRange(row.LiveParting, 0, 0.03);
    }

    [Fact]
    public void Moving_together_does_not_hide_that_two_part()
    {
        var row = ConvergenceTruth.Measure("parting", PairConditions.CorrelatedParting, 6, Seed);

        Assert.InRange(row.Parting, 0.8, 1);
        Assert.Equal(0, row.Nearing);
    }
}
