using CoRegulation.Biofeedback.App.Commands;

namespace CoRegulation.Biofeedback.App.Tests.Commands;

public class FailureTests
{
    [Fact]
    public void A_message_with_control_characters_stays_one_harmless_line()
    {
        var error = new StringWriter { NewLine = "\n" };

        new Failure(ExitStatus.WorkFailed, "no\r\nroom\u001b[2J for\u2028more").Write(error);

        Assert.Equal("coreg: no  room [2J for more\n", error.ToString());
    }

    [Fact]
    public void A_fault_of_the_program_says_that_it_is_one() =>
        Assert.Equal(
            new Failure(1, "a fault of the program, InvalidOperationException: odd (add --verbose to see where, and report it)"),
            Failure.From(new InvalidOperationException("odd")));
}
