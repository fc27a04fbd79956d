using CoRegulation.Biofeedback.App.Commands;

namespace CoRegulation.Biofeedback.App.Tests.Commands;

public class TerminalLinesTests
{
    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly ten", 11, "exactly ten")]
    [InlineData("one two three", 8, "one two|  three")]
    [InlineData("a /very/long/path", 8, "a|  /very/|  long/p|  ath")]
    [InlineData("", 8, "")]
    public void A_line_is_broken_between_words_and_nothing_of_it_is_left_out(string text, int width, string lines) =>
        Assert.Equal(lines.Split('|'), TerminalLines.Of(text, width));

    [Fact]
    public void Nothing_in_it_moves_the_cursor() => Assert.Equal(["a [2J b"], TerminalLines.Of("a\u001b[2J\nb", 40));
}
