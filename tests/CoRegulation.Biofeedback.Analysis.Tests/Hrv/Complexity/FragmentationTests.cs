using CoRegulation.Biofeedback.Analysis.Hrv.Complexity;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv.Complexity;

public class FragmentationTests
{
    [Fact]
    public void Long_slopes_are_not_fragmented()
    {
        // Differences + + + - - -: one turn, two segments of three; the first interval belongs to none.
        var measures = Fragmentation.Compute([800, 810, 820, 830, 820, 810, 800]);

        Close.Equal(100.0 / 7, measures.PipPercent);
        Close.Equal(1.0 / 3, measures.Ials);
        Close.Equal(100.0 / 7, measures.PssPercent);
        Assert.Equal(0, measures.PasPercent);
    }

    [Fact]
    public void Alternation_turns_at_every_beat()
    {
        var measures = Fragmentation.Compute([800, 850, 800, 850, 800, 850]);

        Close.Equal(400.0 / 6, measures.PipPercent);
        Assert.Equal((1, 100, 100), (measures.Ials, measures.PssPercent, measures.PasPercent));
    }

    [Fact]
    public void Equal_neighbours_are_a_turn_once_and_belong_to_no_segment()
    {
        // Differences + + + 0 0 -
        var measures = Fragmentation.Compute([800, 810, 820, 830, 830, 830, 820]);

        Close.Equal(200.0 / 7, measures.PipPercent);
        Close.Equal(2.0 / 4, measures.Ials);
        Close.Equal(400.0 / 7, measures.PssPercent);
    }

    [Fact]
    public void Rows_of_alternation_that_meet_share_an_interval_and_three_intervals_are_no_row()
    {
        // Differences + - + + - + and + - -
        Assert.Equal(100, Fragmentation.Compute([800, 820, 800, 820, 840, 820, 840]).PasPercent);
        Assert.Equal(0, Fragmentation.Compute([800, 820, 800, 780]).PasPercent);
    }

    [Fact]
    public void A_break_ends_segments_and_makes_no_turn()
    {
        double[] slope = [800, 810, 820, 830];
        var measures = Fragmentation.Compute([.. slope, double.NaN, .. slope.Reverse()]);

        Assert.Equal((0, 0), (measures.PipPercent, measures.PasPercent));
        Close.Equal(1.0 / 3, measures.Ials);
        Close.Equal(25, measures.PssPercent);
    }

    [Fact]
    public void Only_the_order_of_intervals_matters() =>
        Gen.Int[600, 610].Select(nn => (double)nn).Array[3, 60].Select(Gen.Double[0.3, 3]).Sample((nnMs, k) =>
        {
            Assert.Equal(Fragmentation.Compute(nnMs), Fragmentation.Compute(Array.ConvertAll(nnMs, nn => k * nn)));
            Assert.Equal(Fragmentation.Compute(nnMs), Fragmentation.Compute([.. nnMs.Reverse()]));
        });

    // Of three independent numbers the middle one is the largest or smallest in two of three cases.
    [Fact]
    public void Noise_turns_at_two_of_three_beats()
    {
        var measures = Fragmentation.Compute(EntropyTests.Noise(20_000, seed: 5));

        Assert.InRange(measures.PipPercent, 65.5, 67.8);
        Assert.InRange(measures.Ials, 0.655, 0.678);
    }

    [Fact]
    public void A_constant_series_never_turns_and_has_no_segment()
    {
        var measures = Fragmentation.Compute([800, 800, 800, 800]);

        Assert.Equal(new(0, double.NaN, double.NaN, 0), measures);
    }

    [Fact]
    public void Without_three_neighbours_nothing_can_turn() =>
        Assert.Equal(
            new(double.NaN, double.NaN, double.NaN, double.NaN),
            Fragmentation.Compute([800, 810, double.NaN, 790, 800, double.NaN, 805]));
}
