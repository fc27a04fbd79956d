using CoRegulation.Biofeedback.Figures.Drawing;
using CsCheck;

namespace CoRegulation.Biofeedback.Figures.Tests.Drawing;

public sealed class TicksTests
{
    [Fact]
    public void Times_are_round_and_none_is_before_the_session() =>
        Assert.Equal([0, 120, 240, 360, 480, 600], Ticks.Times(-20, 610, atMost: 6));

    [Fact]
    public void Values_are_round() => Assert.Equal([60, 70, 80, 90], Ticks.Values(58, 93, atMost: 5));

    [Fact]
    public void There_are_never_many_more_than_wanted() =>
        Gen.Double[-1000, 1000].Select(Gen.Double[0.1, 100_000], Gen.Int[2, 12]).Sample((low, span, atMost) =>
        {
            Assert.InRange(Ticks.Values(low, low + span, atMost).Count(), 0, atMost + 1);
            Assert.InRange(Ticks.Times(low, low + span, atMost).Count(), 0, atMost + 1);
        });
}
