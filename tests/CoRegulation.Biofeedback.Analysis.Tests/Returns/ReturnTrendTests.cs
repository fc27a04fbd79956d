using CoRegulation.Biofeedback.Analysis.Returns;

namespace CoRegulation.Biofeedback.Analysis.Tests.Returns;

public class ReturnTrendTests
{
    private static readonly DateTimeOffset First = new(2026, 1, 7, 18, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Where_all_is_seen_the_slope_is_the_median_of_all_pairs()
    {
        var random = new Random(3);
        var sessions = Enumerable.Range(0, 9).Select(week => Session(week, true, new ReturnTime(50 + (100 * random.NextDouble()), false))).ToArray();

        var trend = ReturnTrend.Over(sessions).All;

        var slopes = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            for (var j = 0; j < i; j++)
                slopes.Add((Math.Log(sessions[i].Episodes[0].TimeS) - Math.Log(sessions[j].Episodes[0].TimeS)) / (i - j));
        }

        slopes.Sort();
        Assert.Equal(Math.Exp((slopes[17] + slopes[18]) / 2), trend.PerWeek.Factor, 1e-9);
        Assert.InRange(trend.PerWeek.Factor, trend.PerWeek.Low, trend.PerWeek.High);
    }

    [Fact]
    public void The_interval_holds_the_true_trend_and_shorter_returns_are_seen_though_a_third_is_censored()
    {
        var (held, seen, factors) = (0, 0, new List<double>());
        for (var seed = 0; seed < 80; seed++)
        {
            var trend = ReturnTrend.Over(Weeks(seed, together: _ => false)).All.PerWeek;
            factors.Add(trend.Factor);
            held += trend.Low <= 0.92 && trend.High >= 0.92 ? 1 : 0;
            seen += trend.High < 1 ? 1 : 0;
        }

        Assert.Equal(0.92, factors.Order().ElementAt(40), 0.015);
        Assert.InRange(held, 80 * 0.9, 80);
        Assert.True(seen > 56, $"{seen}");
    }

    [Fact]
    public void With_the_partner_against_alone_is_told_by_a_factor()
    {
        var (held, seen) = (0, 0);
        for (var seed = 0; seed < 50; seed++)
        {
            var trend = ReturnTrend.Over(Weeks(seed, together: week => week % 2 is 0, perWeek: 1));
            held += trend.PartnerToAlone.Low <= 0.5 && trend.PartnerToAlone.High >= 0.5 ? 1 : 0;
            seen += trend.PartnerToAlone.High < 1 ? 1 : 0;
        }

        Assert.InRange(held, 44, 50);
        Assert.True(seen > 30, $"{seen}");
    }

    [Fact]
    public void Borrowed_calm_that_becomes_ones_own_shows_in_the_sessions_alone()
    {
        var trend = ReturnTrend.Over([.. Weeks(1, week => week % 2 is 0, perWeek: 1).Where(session => session.WithPartner), .. Weeks(2, _ => false, perWeek: 0.85)]);

        Assert.True(trend.Alone.PerWeek.High < 1);
        Assert.InRange(1, trend.WithPartner.PerWeek.Low, trend.WithPartner.PerWeek.High);
        var (early, late) = (trend.Alone.At(First), trend.Alone.At(First.AddDays(7 * 19)));
        Assert.True(late.MedianS < early.MedianS);
        Assert.InRange(early.MedianS, early.LowS, early.HighS);
        Assert.Equal(Math.Pow(trend.Alone.PerWeek.Factor, 19), late.MedianS / early.MedianS, 1e-9);
    }

    [Fact]
    public void Order_of_sessions_and_sessions_without_episodes_change_nothing()
    {
        var sessions = Weeks(5, week => week % 2 is 0);

        var (plain, other) = (ReturnTrend.Over(sessions), ReturnTrend.Over([.. sessions.Reverse(), Session(50, true)]));

        Assert.Equal(plain.All.PerWeek.Factor, other.All.PerWeek.Factor, 1e-12);
        Assert.Equal(plain.All.Times.MedianS, other.All.Times.MedianS);
        Assert.Equal(plain.All.Sessions, other.All.Sessions);
    }

    [Fact]
    public void Too_little_has_a_reason()
    {
        Assert.Equal("needs 5 sessions with an episode, has 0", ReturnTrend.Over([]).All.PerWeek.Missing);
        var same = Enumerable.Range(0, 6).Select(_ => Session(0, true, new ReturnTime(60, false))).ToArray();
        Assert.Equal("needs sessions of different dates", ReturnTrend.Over(same).All.PerWeek.Missing);
        var unseen = Enumerable.Range(0, 6).Select(week => Session(week, true, new ReturnTime(60, true))).ToArray();
        Assert.Equal("the episodes say too little of it", ReturnTrend.Over(unseen).All.PerWeek.Missing);
        Assert.Equal("needs 3 sessions of each kind with an episode, has 6 with the partner and 0 alone", ReturnTrend.Over(unseen).PartnerToAlone.Missing);
        Assert.True(double.IsNaN(ReturnTrend.Over(unseen).All.At(First).MedianS));
    }

    /// <summary>Twenty weeks with three episodes each; times get shorter by the week and are half as long with the partner.</summary>
    private static SessionReturns[] Weeks(int seed, Func<int, bool> together, double perWeek = 0.92)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, 20).Select(week =>
            {
                // A day's form, the same for all of its episodes.
                var mean = 120 * Math.Pow(perWeek, week) * (together(week) ? 0.5 : 1) * Math.Exp(0.3 * ((2 * random.NextDouble()) - 1));
                return Session(week, together(week), [.. Enumerable.Range(0, 3).Select(_ => KaplanMeierTests.Drawn(random, mean, 2 * mean, shape: 2))]);
            }),
        ];
    }

    private static SessionReturns Session(int week, bool together, params ReturnTime[] times) => new(First.AddDays(7 * week), together, times);
}
