using CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;
using CoRegulation.Biofeedback.Analysis.Tests.Synchrony.Significance;
using CoRegulation.Biofeedback.Sensors.Simulation;

namespace CoRegulation.Biofeedback.Analysis.Tests.Synchrony.Confounds;

public class SharedMovesTests
{
    private static readonly (double[] A, double[] B) Calm = StudyPairs.One(Scenarios.Study(), 3, 600);

    [Fact]
    public void Two_at_rest_are_told_nothing() => Assert.Empty(SharedMoves.Find(Calm.A, Calm.B, 0, [300], wasPaced: false));

    [Theory]
    [InlineData(20, true)]
    [InlineData(-20, true)]
    [InlineData(100, false)]
    public void Both_rising_within_a_minute_is_named(double laterS, bool isNamed) =>
        Assert.Equal(
            isNamed,
            SharedMoves.Find(Plus(Calm.A, t => Rise(t - 300)), Plus(Calm.B, t => Rise(t - 300 - laterS)), 0, [], wasPaced: false)
                .Contains(SynchronyConfound.BothRose));

    [Fact]
    public void One_rising_alone_is_not() =>
        Assert.Empty(SharedMoves.Find(Plus(Calm.A, t => Rise(t - 300)), Calm.B, 0, [], wasPaced: false));

    [Theory]
    [InlineData(9, 9, true)]
    [InlineData(-9, -9, true)]
    [InlineData(9, -9, false)]
    [InlineData(9, 0, false)]
    public void Both_levels_changing_with_a_phase_is_named(double a, double b, bool isNamed) =>
        Assert.Equal(
            isNamed,
            SharedMoves.Find(Plus(Calm.A, t => t >= 300 ? a : 0), Plus(Calm.B, t => t >= 300 ? b : 0), 50, [100, 350], wasPaced: false)
                .Contains(SynchronyConfound.PhaseChange));

    [Fact]
    public void Left_out_pacing_is_named() =>
        Assert.Equal([SynchronyConfound.CommonPace], SharedMoves.Find([], [], 0, [], wasPaced: true));

    // Up in 8 s, back with a time constant of 40 s.
    private static double Rise(double t) => t < 0 ? 0 : 25 * (t < 8 ? t / 8 : Math.Exp(-(t - 8) / 40));

    private static double[] Plus(double[] bpm, Func<double, double> more) => [.. bpm.Select((value, i) => value + more(i / 4.0))];
}
