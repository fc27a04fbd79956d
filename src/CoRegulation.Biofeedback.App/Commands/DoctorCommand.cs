using System.CommandLine;
using CoRegulation.Biofeedback.App.Doctor;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary><c>coreg doctor</c>: what works here, and what to do about the rest.</summary>
internal static class DoctorCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var json = Inputs.Json();
        var record = new Option<string>("--record")
        {
            HelpName = "DIR",
            Description = "The folder that recordings are to go to (default: this one)",
            DefaultValueFactory = _ => ".",
        };
        var command = new ExampleCommand(
            "doctor",
            "Say what works on this machine and what to do about the rest; exit status 1 when no session is possible",
            "coreg doctor",
            "coreg doctor --json") { json, record };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var report = await Examination.RunAsync(parsed.GetRequiredValue(record), cancellationToken);
            if (parsed.GetValue(json))
                JsonOutput.Write(parsed.InvocationConfiguration.Output, report);
            else
                Write(report, parsed.InvocationConfiguration.Output);
            return report.SessionPossible ? ExitStatus.Done : ExitStatus.WorkFailed;
        });
        return command;
    }

    internal static void Write(DoctorReport report, TextWriter output)
    {
        foreach (var finding in report.Checks)
            output.WriteLine(OneLine.Of($"{Word(finding.State),-4}  {finding.Name,-10}  {finding.Says}"));
        var failed = report.Checks.Where(finding => finding.State is CheckState.Fail).Select(finding => finding.Name).ToArray();
        output.WriteLine(failed is [] ? "A session is possible." : $"No session is possible yet: {string.Join(", ", failed)}.");
    }

    private static string Word(CheckState state) => state switch
    {
        CheckState.Ok => "ok",
        CheckState.Warn => "warn",
        CheckState.Fail => "fail",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No word for this state."),
    };
}
