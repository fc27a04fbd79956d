using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Tests.Beats;

public class BeatClockTests
{
    [Fact]
    public void Beats_of_a_punctual_strap_stand_where_they_were()
    {
        var clock = new BeatClock();
        var closed = new List<TimedBeat>();

        for (var i = 1; i <= 100; i++)
            clock.Add(new(0.8 * i, new double[] { 800 }, false), closed);

        Assert.All(closed.Zip(clock.Final()), (pair, i) =>
        {
            Assert.InRange(0.8 * (i + 1) - pair.First.TimeS, -pair.First.TimeUncertaintyMs / 1000, pair.First.TimeUncertaintyMs / 1000);
            Assert.InRange(0.8 * (i + 1) - pair.Second.TimeS, -0.005, 0.005);
        });
        Assert.Equal(1, clock.Segments);
    }
}
