using System.Diagnostics;

namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary><c>coreg analyze</c> as a whole process.</summary>
internal static class AnalyzeBudgets
{
    private const int Runs = 7;

    public static async Task<IEnumerable<Budget>> MeasureAsync(PublishedProgram program, string recording, string folder)
    {
        var runs = new List<(double Seconds, double Megabytes)>();
        for (var i = 0; i < Runs; i++)
            runs.Add(await RunAsync(program, recording, Path.Combine(folder, $"results{i}")));

        return
        [
            new Budget("coreg analyze, 60 min of a pair, wall", runs.Max(r => r.Seconds), 2, "s", FormattableString.Invariant($"median {Numbers.Median(runs.Select(r => r.Seconds)):0.###} s of {Runs}")),
            new Budget("coreg analyze, peak resident memory", runs.Max(r => r.Megabytes), 200, "MB", FormattableString.Invariant($"median {Numbers.Median(runs.Select(r => r.Megabytes)):0.#} MB")),
        ];
    }

    private static async Task<(double Seconds, double Megabytes)> RunAsync(PublishedProgram program, string recording, string results)
    {
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        using var process = program.Start("analyze", recording, "--out", results);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var ended = process.WaitForExitAsync();

        // The system forgets the peak of a process with the process, so it is asked for until then.
        var peakBytes = 0L;
        while (!ended.IsCompleted)
        {
            peakBytes = Math.Max(peakBytes, Peak(process));
            await Task.WhenAny(ended, Task.Delay(5));
        }

        var seconds = clock.GetElapsedTime(started).TotalSeconds;
        await output;
        return process.ExitCode == 0
            ? (seconds, peakBytes / 1e6)
            : throw new InvalidOperationException($"coreg analyze ended with {process.ExitCode}: {await error}");
    }

    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended between the two questions.
            return 0;
        }
    }
}
