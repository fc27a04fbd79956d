using CoRegulation.Biofeedback.Analysis.Anchors;
using CsCheck;

namespace CoRegulation.Biofeedback.Analysis.Tests.Anchors;

public class AnchorByLagTests
{
    [Theory]
    [InlineData(2, 1, 3, 'A')]
    [InlineData(-2, -3, -1, 'B')]
    public void The_one_whom_the_other_follows_is_named(double lagS, double lowS, double highS, char person)
    {
        var found = AnchorByLag.Find(true, lagS, lowS, highS);

        Assert.Equal((person, AnchorReason.None), (found.Person, found.Reason));
        // Two seconds, with limits one second away at 1.96 SD: the normal distribution at 3.92.
        Close.Equal(0.99995572, found.Confidence, 1e-7);
    }

    [Fact]
    public void Nobody_is_named_unless_they_move_together_beyond_chance_and_the_interval_leaves_out_0()
    {
        Assert.Equal(AnchorFinding.NotAsked(AnchorReason.NotKnown), AnchorByLag.Find(null, 2, 1, 3));
        Assert.Equal(AnchorFinding.NotAsked(AnchorReason.NotKnown), AnchorByLag.Find(true, double.NaN, double.NaN, double.NaN));
        Assert.Equal(AnchorFinding.NotAsked(AnchorReason.NotBeyondChance), AnchorByLag.Find(false, 2, 1, 3));
        Assert.Equal(new AnchorFinding(null, 1, AnchorReason.LagHoldsZero), AnchorByLag.Find(true, 0, -1, 1));
        Assert.Equal(AnchorReason.LagHoldsZero, AnchorByLag.Find(true, 1, 0, 2).Reason);
    }

    [Fact]
    public void Swapping_the_people_swaps_the_answer_and_confidence_is_a_share() =>
        Gen.Double[-5, 5].Select(Gen.Double[0, 5], Gen.Double[0, 5]).Sample((lagS, belowS, aboveS) =>
        {
            var one = AnchorByLag.Find(true, lagS, lagS - belowS, lagS + aboveS);
            var other = AnchorByLag.Find(true, -lagS, -lagS - aboveS, -lagS + belowS);

            Assert.Equal(one.Person switch { 'A' => 'B', 'B' => 'A', _ => (char?)null }, other.Person);
            Close.Equal(one.Confidence, other.Confidence, 1e-12);
            Assert.InRange(one.Confidence, one.Person is null ? 0 : 0.975 - 1e-6, 1);
        });
}
