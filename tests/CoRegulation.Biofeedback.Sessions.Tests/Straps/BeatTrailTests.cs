using CoRegulation.Biofeedback.Sessions.Straps;
using CsCheck;

namespace CoRegulation.Biofeedback.Sessions.Tests.Straps;

public class BeatTrailTests
{
    private static readonly Gen<double[]> Heart = Gen.Int[300, 2000].Select(rr1024 => rr1024 / 1.024).Array[24];

    [Fact]
    public void The_same_beats_are_one_heart_also_where_one_radio_is_behind_and_cuts_messages_otherwise() =>
        Heart.Where(rrMs => rrMs[..12].Distinct().Count() >= 4).Select(Gen.Int[0, 12]).Sample((rrMs, behind) =>
        {
            var one = Of(rrMs);
            var other = rrMs[..^behind].Chunk(3).Aggregate(BeatTrail.Empty, (trail, message) => trail.Add([.. message]));
            return one.IsOneHeart(other) && other.IsOneHeart(one);
        });

    [Fact]
    public void Two_hearts_are_not_one() => Heart.Select(Heart).Sample((one, other) => one[12..].Intersect(other).Count() == 12 || !Of(one).IsOneHeart(Of(other)));

    [Theory]
    [InlineData(11)]
    [InlineData(0)]
    public void Few_beats_say_nothing(int beats)
    {
        var few = Of([.. Enumerable.Range(0, beats).Select(beat => 800.0 + beat)]);

        Assert.False(few.IsOneHeart(few));
    }

    [Fact]
    public void Beats_as_even_as_a_pacemakers_say_nothing()
    {
        var paced = Of([.. Enumerable.Range(0, 24).Select(beat => 1000.0 + (beat % 3))]);

        Assert.False(paced.IsOneHeart(paced));
    }

    [Fact]
    public void One_beat_of_the_newest_that_differs_is_enough_to_be_two()
    {
        double[] rrMs = [.. Enumerable.Range(0, 24).Select(beat => 800.0 + beat)];
        double[] others = [.. rrMs[..^1], 900];

        Assert.False(Of(rrMs[^12..]).IsOneHeart(Of(others[^12..])));
    }

    private static BeatTrail Of(double[] rrMs) => BeatTrail.Empty.Add([.. rrMs]);
}
