using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.Synchrony.Paced;

namespace CoRegulation.Biofeedback.Analysis.Tests.Synchrony.Paced;

public class PacedStretchesTests
{
    [Fact]
    public void A_pacer_is_paced_time_until_it_stops_or_the_session_ends() =>
        Assert.Equal(
            [new PacedStretch(10, 70), new PacedStretch(200, 300)],
            PacedStretches.Of([(10, 6), (40, 5.5), (70, null), (80, null), (200, 6)], [], [], 300));

    [Fact]
    public void Slow_and_steady_breathing_of_both_is_found_and_taken_back_to_where_it_began()
    {
        var stretch = Assert.Single(Of(t => t is > 230 and <= 400 ? 6 : 14, t => t is > 230 and <= 400 ? 6.3 : 15));

        // The reading at 230 s is of the minute whose middle is 200 s.
        Assert.InRange(stretch.FromS, 195, 210);
        Assert.InRange(stretch.ToS, 395, 405);
    }

    [Theory]
    [InlineData(6, 6.9)]
    [InlineData(4.5, 4.5)]
    [InlineData(7.5, 7.5)]
    [InlineData(6, 14)]
    public void Rates_that_differ_or_are_not_slow_are_not_paced(double a, double b) => Assert.Empty(Of(_ => a, _ => b));

    [Fact]
    public void A_rate_that_wavers_is_not_paced() =>
        Assert.Empty(Of(t => 6 + (1.1 * Math.Sin(t / 8)), t => 6 + (1.1 * Math.Sin(t / 8))));

    [Fact]
    public void Breathing_that_cannot_be_read_is_not_paced() => Assert.Empty(Of(_ => 6, t => t % 50 is 0 ? double.NaN : 6));

    [Fact]
    public void It_must_last_for_a_minute() => Assert.Empty(Of(_ => 6, t => t is > 200 and <= 245 ? 6 : 14));

    private static ImmutableArray<PacedStretch> Of(Func<double, double> a, Func<double, double> b) =>
        PacedStretches.Of([], Rows(a), Rows(b), 600);

    private static List<(double, BreathingEstimate)> Rows(Func<double, double> perMin) =>
        [.. Enumerable.Range(6, 114).Select(i => (i * 5 + 0.4, double.IsNaN(perMin(i * 5))
            ? BreathingEstimate.Withheld(BreathingDoubt.Gap)
            : new BreathingEstimate(perMin(i * 5), 60, 0.8, BreathingDoubt.None)))];
}
