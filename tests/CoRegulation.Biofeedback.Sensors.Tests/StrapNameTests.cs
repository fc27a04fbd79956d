namespace CoRegulation.Biofeedback.Sensors.Tests;

public class StrapNameTests
{
    [Theory]
    [InlineData("Polar H10 12345678", "Polar H10 12345678")]
    [InlineData("  two\t\nlines  ", "two lines")]
    [InlineData("\u001b[31mred\u0007", "[31mred")]
    [InlineData("abc\u202Etxt", "abctxt")]
    [InlineData("Gürtel ♥", "Gürtel ♥")]
    [InlineData("", "Unnamed strap EE:FF")]
    [InlineData("\0\0\0", "Unnamed strap EE:FF")]
    [InlineData(null, "Unnamed strap EE:FF")]
    public void A_name_can_be_shown(string? told, string shown) => Assert.Equal(shown, StrapName.Of(told, "AA:BB:CC:DD:EE:FF"));

    [Fact]
    public void A_long_name_is_cut() => Assert.Equal(new string('x', 40) + "…", StrapName.Of(new string('x', 200), "AA:BB:CC:DD:EE:FF"));
}
