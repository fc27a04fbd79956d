using CoRegulation.Biofeedback.Figures.Drawing;

namespace CoRegulation.Biofeedback.Figures.Tests.Drawing;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Ana", "Ana")]
    [InlineData("Maximiliana", "Maximil…")]
    [InlineData("  A\u0000n\u0007a\uFFFF ", "Ana")]
    [InlineData("👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧", "👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧")]
    public void A_name_fits_and_holds_nothing_that_xml_cannot(string name, string shown) => Assert.Equal(shown, Words.Fit(name, 8));

    [Fact]
    public void Half_a_character_becomes_a_sign_that_something_was_there() => Assert.Equal("A\uFFFD", Words.Fit("A" + '\uD83D', 8));

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(59.6, "1:00")]
    [InlineData(754, "12:34")]
    [InlineData(4500, "75:00")]
    public void Session_time_is_minutes_and_seconds(double timeS, string shown) => Assert.Equal(shown, Words.MinutesAndSeconds(timeS));
}
