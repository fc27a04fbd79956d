using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;
using CsCheck;

namespace CoRegulation.Biofeedback.Sessions.Tests.Facts;

public sealed class FactTests
{
    [Fact]
    public void Facts_with_the_same_content_are_equal()
    {
        Assert.Equal(new NotificationFact(1, "A", [1, 2]), new NotificationFact(1, "A", [1, 2]));
        Assert.Equal(new NotificationFact(1, "A", [1, 2]).GetHashCode(), new NotificationFact(1, "A", [1, 2]).GetHashCode());
        Assert.NotEqual(new NotificationFact(1, "A", [1, 2]), new NotificationFact(1, "A", [1, 3]));
        Assert.NotEqual(new NotificationFact(1, "A", [1]), new NotificationFact(1, "A", [1]) { Extra = "{}" });
        Assert.Equal(new RrFact(1, "A", [800.5]), new RrFact(1, "A", [800.5]));
        Assert.NotEqual(new RrFact(1, "A", [800.5]), new RrFact(1, "A", [800.5, 1]));
        Assert.NotEqual(new RrFact(1, "A", [800.5]), new RrFact(1, "B", [800.5]));
    }

    [Fact]
    public void Headers_with_the_same_content_are_equal()
    {
        Assert.Equal(Samples.Header, Samples.Header with { People = [.. Samples.Header.People] });
        Assert.NotEqual(Samples.Header, Samples.Header with { People = [Samples.Header.People[0]] });
        Assert.NotEqual(Samples.Header, Samples.Header with { PartStartS = 1 });
        Assert.NotEqual(Samples.Header, Samples.Header with { Extra = "{}" });
        Assert.NotEqual(Samples.Header, Samples.Header with { Settings = "{}" });
        Assert.NotEqual(Samples.Header, Samples.Header with { Session = null });
    }

    [Fact]
    public void Every_whole_microsecond_of_thirty_years_stays_what_it_is() =>
        Gen.Long[0, 1_000_000_000_000_000].Sample(microseconds => SessionTime.ToMicroseconds(SessionTime.Round(microseconds / 1e6)) == microseconds
            && SessionTime.Round(microseconds / 1e6).Equals(microseconds / 1e6));

    [Fact]
    public void A_fact_stands_at_a_whole_microsecond()
    {
        Assert.Equal(0.123457, new EndFact(0.1234567).TimeS);
        Assert.Equal(0.123457, (new EndFact(0) with { TimeS = 0.1234567 }).TimeS);
    }

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1.1e9)]
    public void A_time_that_cannot_be_is_refused_at_once(double timeS)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EndFact(timeS));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EndFact(0) with { TimeS = timeS });
        Assert.Throws<ArgumentOutOfRangeException>(() => Samples.Header with { PartStartS = timeS });
    }
}
