using CoRegulation.Biofeedback.Analysis.Returns;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Library;

namespace CoRegulation.Biofeedback.Sessions.Tests.Library;

public class TrendTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 18, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_person_has_sessions_with_the_partner_and_alone_apart()
    {
        LibrarySession[] sessions =
        [
            .. Enumerable.Range(0, 6).Select(week => Session(week, ["Ana", "Ben"], ("A", 100 - (10 * week), false), ("B", 500, false))),
            .. Enumerable.Range(6, 6).Select(week => Session(week, ["Ana"], ("A", 200, false), ("A", 90, true))),
            Session(20, ["Ben"], ("A", 30, false)),
        ];

        var trend = PersonTrend.Of("name:ana", sessions);

        Assert.Equal(12, trend.Sessions.Length);
        Assert.Equal(("Ben", 100.0), (trend.Sessions[0].Partner, trend.Sessions[0].MedianTimeToBaselineS));
        Assert.Equal((null, 2, 1, 200.0), (trend.Sessions[^1].Partner, trend.Sessions[^1].Episodes, trend.Sessions[^1].Seen, trend.Sessions[^1].MedianTimeToBaselineS));
        Assert.Equal((6, 6, 6), (trend.Returns.WithPartner.Sessions, trend.Returns.WithPartner.Times.Episodes, trend.Returns.Alone.Times.Seen));
        var expected = ReturnTrend.Over(
        [
            .. Enumerable.Range(0, 6).Select(week => new SessionReturns(Monday.AddDays(7 * week), true, [new(100 - (10 * week), false)])),
            .. Enumerable.Range(6, 6).Select(week => new SessionReturns(Monday.AddDays(7 * week), false, [new(200, false), new(90, true)])),
        ]);
        Assert.Equal((expected.WithPartner.PerWeek, expected.Alone.PerWeek, expected.PartnerToAlone), (trend.Returns.WithPartner.PerWeek, trend.Returns.Alone.PerWeek, trend.Returns.PartnerToAlone));
        var rmssd = trend.Numbers.Single(number => number.Name == "RMSSD").Slope;
        Assert.Equal((12, 2), (rmssd.Sessions, Math.Round(rmssd.PerWeek, 9)));
    }

    [Fact]
    public void A_pair_is_two_people_in_either_order_without_their_sessions_with_others()
    {
        LibrarySession[] sessions =
        [
            Session(0, ["Ana", "Ben"], ("A", 60, false)),
            Session(1, ["Ben", "Ana"], ("B", 50, false)),
            Session(2, ["Ana", "Cleo"], ("A", 40, false)),
            Session(3, ["Ana"], ("A", 30, false)),
        ];

        var trend = PairTrend.Of("name:ana", "name:ben", sessions);

        Assert.Equal(["s0", "s1"], trend.Sessions.Select(session => session.Name));
        Assert.Equal((2, 1), (trend.Verdicts, trend.BeyondChance));
        Assert.Equal(["s0", "s1", "s3"], trend.People[0].Sessions.Select(session => session.Session));
        Assert.Equal([60.0, 50.0, 30.0], trend.People[0].Sessions.Select(session => session.MedianTimeToBaselineS!.Value));
        Assert.Equal(["s0", "s1"], trend.People[1].Sessions.Select(session => session.Session));
        Assert.Equal(-1, trend.Numbers.Single(number => number.Name == "distance in the last minute").Slope.PerWeek, 1e-9);
    }

    private static LibrarySession Session(int week, string[] names, params (string Person, double ObservedS, bool IsCensored)[] episodes) => new()
    {
        Name = $"s{week}",
        Files = [],
        Started = Monday.AddDays(7 * week),
        Origin = Origin.Live,
        DurationS = 600,
        People = [.. names.Select((name, i) => new LibraryPerson { Id = i == 0 ? "A" : "B", Name = name, Identity = Identity.Of(null, name), RmssdMs = 20 + (2 * week) })],
        Dyad = names.Length == 2 ? new() { EndBpm = 20 - week, BeyondChance = week is 1 } : null,
        Episodes =
        [
            .. episodes.Select(episode => new LibraryEpisode
            {
                Person = episode.Person,
                OnsetS = 100,
                PeakS = 110,
                ObservedS = episode.ObservedS,
                IsCensored = episode.IsCensored,
                TimeToBaselineS = episode.IsCensored ? null : episode.ObservedS,
            }),
        ],
    };
}
