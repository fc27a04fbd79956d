using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

/// <summary>This very test program, started once more as one that appends facts and tells of each on its output; made to be killed.</summary>
public static class AppendingChild
{
    private const string Variable = "COREG_TEST_APPEND_TO";

    /// <summary>Starts it; it prints the number of each fact after it was appended.</summary>
    public static Process Start(string path) => Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(AppendingChild).Assembly.Location])
    {
        RedirectStandardOutput = true,
        Environment = { [Variable] = path },
    })!;

    /// <summary>The fact of a number.</summary>
    public static Fact Fact(int number) => new NotificationFact(number / 1000.0, "A", [.. BitConverter.GetBytes(number), .. new byte[number % 50]]);

    [ModuleInitializer]
    internal static void AppendUntilKilled()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } path)
            return;

        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        using var writer = SessionRecording.Start(path, Samples.Header, TimeProvider.System);
        for (var number = 1; ; number++)
        {
            writer.Append(Fact(number));
            output.WriteLine(number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
