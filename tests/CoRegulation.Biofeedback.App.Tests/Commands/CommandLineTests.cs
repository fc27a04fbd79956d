using System.CommandLine;
using CoRegulation.Biofeedback.App.Commands;

namespace CoRegulation.Biofeedback.App.Tests.Commands;

public class CommandLineTests
{
    public static TheoryData<string> CommandNames =>
        [.. CommandLine.Root(new Option<bool>("--verbose")).Subcommands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(CommandNames))]
    public async Task The_help_of_every_command_ends_with_an_example_of_it(string name)
    {
        var (status, output, error) = await RunAsync(name, "--help");

        Assert.Equal((0, ""), (status, error));
        Assert.Contains("Example", output, StringComparison.Ordinal);
        Assert.StartsWith($"coreg {name}", output.TrimEnd().Split('\n')[^1].Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Every_example_is_a_command_line_that_can_be_parsed(string name)
    {
        var root = CommandLine.Root(new Option<bool>("--verbose"));

        Assert.All(
            root.Subcommands.OfType<ExampleCommand>().Single(command => command.Name == name).Examples,
            example => Assert.Empty(root.Parse(example["coreg ".Length..]).Errors));
    }

    [Fact]
    public async Task Without_a_command_the_help_is_shown()
    {
        var (status, output, _) = await RunAsync();

        Assert.Equal(0, status);
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unrecognized command or argument 'dance' ('coreg --help' shows how)", "dance")]
    [InlineData("Required argument 'FILE' missing for command: 'check' ('coreg check --help' shows how)", "check")]
    [InlineData("Unrecognized command or argument '--surrogates' ('coreg check --help' shows how)", "check", "x", "--surrogates")]
    public async Task A_wrong_command_line_is_one_line_and_status_2(string message, params string[] arguments) =>
        Assert.Equal((2, "", $"coreg: {message}\n"), await RunAsync(arguments));

    [Fact]
    public async Task Where_an_error_arose_is_said_only_when_asked_for()
    {
        var (_, _, brief) = await RunAsync("check", "/nowhere.coreg.jsonl");
        var (_, _, verbose) = await RunAsync("check", "/nowhere.coreg.jsonl", "--verbose");

        Assert.Equal("coreg: '/nowhere.coreg.jsonl' is not there. Check the name and the folder.\n", brief);
        Assert.StartsWith(brief, verbose, StringComparison.Ordinal);
        Assert.Contains("   at CoRegulation.", verbose, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var status = await CommandLine.RunAsync(arguments, output, error);
        return (status, output.ToString(), error.ToString());
    }
}
