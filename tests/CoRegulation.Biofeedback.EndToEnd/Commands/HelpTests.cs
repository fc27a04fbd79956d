namespace CoRegulation.Biofeedback.EndToEnd.Commands;

public class HelpTests
{
    [Fact]
    public async Task The_version_is_one_line()
    {
        var result = await Coreg.RunAsync("--version");

        Assert.Equal(new CoregResult(0, "0.1.0\n", ""), result);
    }

    [Fact]
    public async Task An_unknown_command_is_one_line_and_status_2()
    {
        var result = await Coreg.RunAsync("dance");

        Assert.Equal(new CoregResult(2, "", "coreg: Unrecognized command or argument 'dance' ('coreg --help' shows how)\n"), result);
    }
}
