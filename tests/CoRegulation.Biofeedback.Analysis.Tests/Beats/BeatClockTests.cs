using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Tests.Beats;

public class BeatClockTests
{
    [Fact]
    public void Beats_of_a_punctual_strap_stand_an_interval_apart()
    {
        var clock = new BeatClock();
        var closed = new List<TimedBeat>();

        for (var i = 1; i <= 10; i++)
            clock.Add(new(0.8 * i, new double[] { 800 }, false), closed);

        Assert.Equal(Enumerable.Range(1, 10).Select(i => 0.8 * i), closed.Select(beat => beat.TimeS), (x, y) => Math.Abs(x - y) < 1e-3);
        Assert.Equal(1, clock.Segments);
    }
}
