using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Tests.Facts;

public class PersonTests
{
    [Theory]
    [InlineData(1990, 36)]
    [InlineData(2026, 0)]
    [InlineData(2027, null)]
    [InlineData(1900, null)]
    [InlineData(null, null)]
    public void A_year_of_birth_that_makes_sense_gives_an_age(int? birthYear, int? years) =>
        Assert.Equal(years, new Person { Id = "A", Name = "Ana", BirthYear = birthYear }.AgeYears(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero)));
}
