using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Published;

public class IntervalRuleTests
{
    [Theory]
    [InlineData(CorrectionMethod.Malik, 960, BeatFlag.Ok)]
    [InlineData(CorrectionMethod.Malik, 961, BeatFlag.Long)]
    [InlineData(CorrectionMethod.Malik, 640, BeatFlag.Ok)]
    [InlineData(CorrectionMethod.Malik, 639, BeatFlag.Short)]
    [InlineData(CorrectionMethod.Kamath, 1060, BeatFlag.Ok)]
    [InlineData(CorrectionMethod.Kamath, 1061, BeatFlag.Long)]
    [InlineData(CorrectionMethod.Kamath, 604, BeatFlag.Ok)]
    [InlineData(CorrectionMethod.Kamath, 603, BeatFlag.Short)]
    public void The_limit_is_a_share_of_the_preceding_interval(CorrectionMethod method, double rrMs, BeatFlag flag) =>
        Assert.Equal([BeatFlag.Ok, flag], Flags(method, [800, rrMs]));

    [Fact]
    public void The_interval_after_an_artefact_is_compared_with_the_artefact() =>
        Assert.Equal([BeatFlag.Ok, BeatFlag.Long, BeatFlag.Short, BeatFlag.Ok], Flags(CorrectionMethod.Malik, [800, 1600, 810, 800]));

    [Fact]
    public void A_true_change_of_level_costs_one_interval() =>
        Assert.Equal([BeatFlag.Ok, BeatFlag.Short, BeatFlag.Ok, BeatFlag.Ok], Flags(CorrectionMethod.Malik, [1000, 600, 610, 600]));

    [Theory]
    [InlineData(960, BeatFlag.Ok)]
    [InlineData(961, BeatFlag.Long)]
    [InlineData(640, BeatFlag.Ok)]
    [InlineData(639, BeatFlag.Short)]
    public void The_local_median_leaves_out_the_interval_itself(double rrMs, BeatFlag flag) =>
        Assert.Equal(flag, Flags(CorrectionMethod.LocalMedian, [700, 700, 700, 700, 700, rrMs, 900, 900, 900, 900, 900])[5]);

    [Theory]
    [InlineData(4, BeatFlag.Ok)]
    [InlineData(5, BeatFlag.Short)]
    [InlineData(6, BeatFlag.Short)]
    public void The_local_median_reaches_five_intervals_either_way(int longBefore, BeatFlag flag) =>
        Assert.Equal(flag, Flags(CorrectionMethod.LocalMedian,
            [500, 500, 500, .. Enumerable.Repeat(800.0, longBefore), .. Enumerable.Repeat(500.0, 6)])[3 + longBefore]);

    [Fact]
    public void The_local_median_has_its_limit_as_an_option()
    {
        double[] rrMs = [800, 800, 800, 900, 800, 800, 800];

        Assert.Equal(BeatFlag.Ok, ArtefactCorrection.Correct(rrMs, new() { Method = CorrectionMethod.LocalMedian })[3].Flag);
        Assert.Equal(BeatFlag.Long, ArtefactCorrection.Correct(rrMs, new() { Method = CorrectionMethod.LocalMedian, LocalMedianDeviation = 0.1 })[3].Flag);
    }

    [Theory]
    [InlineData(CorrectionMethod.LocalMedian)]
    [InlineData(CorrectionMethod.Malik)]
    [InlineData(CorrectionMethod.LipponenTarvainen)]
    public void An_interval_alone_is_accepted(CorrectionMethod method) => Assert.Equal([BeatFlag.Ok], Flags(method, [1234]));

    private static BeatFlag[] Flags(CorrectionMethod method, double[] rrMs) =>
        [.. ArtefactCorrection.Correct(rrMs, new() { Method = method }).Where(row => row.RrMs is not null).Select(row => row.Flag)];
}
