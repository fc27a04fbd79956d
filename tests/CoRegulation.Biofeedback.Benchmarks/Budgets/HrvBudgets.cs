using System.Collections.Immutable;
using System.Globalization;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Analysis.Hrv.Complexity;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;
using CoRegulation.Biofeedback.Benchmarks.Hrv;

namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary>Heart-rate variability alone, in this process: a beat of a stream, five minutes, a day.</summary>
internal static class HrvBudgets
{
    private const int Samples = 7;
    private const int Day = 80_000;

    private static readonly TimeSpan Sample = TimeSpan.FromSeconds(0.3);
    private static readonly ImmutableArray<HrvMetric> Metrics = HrvMetrics.Raw();

    public static IEnumerable<Budget> Measure()
    {
        var day = BeatsOfADay.NnMs(Day);
        var fiveMinutes = BeatsOfADay.NnMs(318);
        var workspace = new SpectralWorkspace();

        yield return Of("streaming beat, corrected, all windows", 2, "us", 1e6 / Day, () => Stream(day));
        yield return Of("whole set, 5 min", 1, "ms", 1e3, () => WholeSet(fiveMinutes, workspace));
        yield return Of("time domain, 80,000 beats", 1, "ms", 1e3, () => TimeDomain.Compute(day));
        yield return Of("Welch, 80,000 beats", 15, "ms", 1e3, () => WelchSpectrum.Compute(day));
        yield return Of("SampEn and DFA, 80,000 beats", 1.5, "s", 1, () => { SampleEntropy.Compute(day); DetrendedFluctuation.Compute(day); });
        yield return Of("correction, 80,000 beats", 60, "ms", 1e3, () => ArtefactCorrection.Correct(day));
    }

    /// <summary>The command as a whole process, everything it knows, over a file of a day.</summary>
    public static async Task<Budget> MeasureCommandAsync(PublishedProgram program, string folder)
    {
        var file = Path.Combine(folder, "day.txt");
        await File.WriteAllLinesAsync(file, BeatsOfADay.NnMs(Day).Select(nn => nn.ToString("0.###", CultureInfo.InvariantCulture)));
        var clock = TimeProvider.System;
        var seconds = new List<double>();
        for (var i = 0; i < Samples; i++)
        {
            var started = clock.GetTimestamp();
            using var process = program.Start("hrv", file);
            var error = process.StandardError.ReadToEndAsync();
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            seconds.Add(clock.GetElapsedTime(started).TotalSeconds);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"coreg hrv ended with {process.ExitCode}: {await error}");
        }

        return new("coreg hrv, 80,000 beats, wall", seconds.Max(), 2.5, "s", FormattableString.Invariant($"median {Numbers.Median(seconds):0.###} s of {Samples}"));
    }

    /// <summary>A day beat by beat; the shown measures are read at every beat.</summary>
    public static double Stream(double[] rrMs)
    {
        var stream = new HrvStream();
        var (timeMs, sum) = (0.0, 0.0);
        foreach (var rr in rrMs)
        {
            timeMs += rr;
            stream.Add(new TimedBeat(timeMs / 1000, rr, 0, 5));
            sum += stream.Read("rmssd").Value.Value + stream.Read("sdnn").Value.Value;
        }

        return sum;
    }

    /// <summary>Every measure of a window, as a stream renews it.</summary>
    public static double WholeSet(double[] nnMs, SpectralWorkspace workspace)
    {
        var measures = new HrvMeasures(nnMs, null, workspace);
        var sum = 0.0;
        foreach (var metric in Metrics)
            sum += metric.Compute(measures);
        return sum;
    }

    private static Budget Of(string what, double limit, string unit, double perSecond, Action run)
    {
        // Compiles, and compiles better.
        SecondsARun(run);
        var measured = Enumerable.Range(0, Samples).Select(_ => perSecond * SecondsARun(run)).ToArray();
        return new(what, Numbers.Median(measured), limit, unit, FormattableString.Invariant($"from {measured.Min():0.###} to {measured.Max():0.###} {unit}, processor time, {Samples} samples"));
    }

    /// <summary>Processor time of a run in s, the mean over as many as a sample takes: a machine that is busy otherwise is not counted.</summary>
    private static double SecondsARun(Action run)
    {
        var runs = 0;
        var started = Environment.CpuUsage.TotalTime;
        var taken = TimeSpan.Zero;
        for (; taken < Sample; taken = Environment.CpuUsage.TotalTime - started)
        {
            run();
            runs++;
        }

        return taken.TotalSeconds / runs;
    }
}
