using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

namespace CoRegulation.Biofeedback.Benchmarks.Artefacts;

/// <summary>The tables of docs/methods/artefacts.md, for every method, as Markdown.</summary>
internal static class ArtefactTables
{
    /// <summary>Computes and prints.</summary>
    /// <param name="output">Receives the tables.</param>
    /// <param name="data">The folder with rr and rr_artefacts: ../shared/data beside the repository.</param>
    public static void Print(TextWriter output, string data)
    {
        var recordings = new Recordings(data);
        foreach (var share in new[] { 0.02, 0.05 })
            PrintTable(output, string.Create(null, $"stretches of golden/HRV.md, {100 * share} %"), recordings.Injected(share));
        PrintTable(output, "the same, clean", [.. recordings.Injected(0.02).Select(Clean)]);
        PrintHearts(output, recordings);
        PrintSizes(output, recordings);
        PrintRhythm(output, recordings);
    }

    /// <summary>Real clean stretches and made-up hearts, the default method.</summary>
    private static (string Name, double[] RrMs)[] Hearts(Recordings recordings) =>
    [
        ("made-up: rest", SyntheticHearts.Rest(1)), ("made-up: calm, steps of 1/128 s", SyntheticHearts.Calm(2)), ("made-up: child", SyntheticHearts.Child(3)),
        ("made-up: deep breathing", SyntheticHearts.StrongBreathing(4)), ("made-up: exercise", SyntheticHearts.Exercise(5)),
        .. recordings.Names.Select(name => (name, Recordings.CleanStretch([.. recordings.RrMs(name).Take(6000)]))).Where(heart => heart.Item2.Length > 0),
        ("rest_pyhrv_5min (whole)", recordings.RrMs("rest_pyhrv_5min")),
    ];

    private static void PrintHearts(TextWriter output, Recordings recordings)
    {
        output.WriteLine(ArtefactTable.Head("default method"));
        foreach (var (name, rrMs) in Hearts(recordings))
        {
            output.WriteLine(ArtefactTable.Row(name + ", clean", Score([new(name, rrMs, rrMs, [])])));
            output.WriteLine(ArtefactTable.Row(name + ", 5 %", Score([.. Seeds.Select(seed => Injection.Scattered(name, rrMs, 0.05, seed))])));
            output.WriteLine(ArtefactTable.Row(name + ", bursts", Score([.. Seeds.Select(seed => Injection.Bursts(name, rrMs, seed))])));
        }

        output.WriteLine();
    }

    /// <summary>Beats that come early or late by a number of local spreads: the robust standard deviation of 64 differences around, at least 10 ms.</summary>
    private static void PrintSizes(TextWriter output, Recordings recordings)
    {
        var hearts = Hearts(recordings);
        output.WriteLine("| out of place by, spreads | found |\n|---|---|");
        foreach (var size in new[] { 1.0, 2, 3, 4, 5, 6, 8 })
        {
            var events = hearts.SelectMany(heart => Seeds.Select(seed =>
            {
                var series = Injection.Displaced(
                    heart.Name, heart.RrMs, at => (seed % 2 is 0 ? 1 : -1) * Math.Min(size * SpreadMs(heart.RrMs, at), heart.RrMs[at] / 2), seed);
                return new CorrectionScore(series, ArtefactCorrection.Correct(series.RrMs)).Events(_ => true);
            })).ToArray();
            output.WriteLine(string.Create(null, $"| {size} | {(double)events.Sum(e => e.Found) / events.Sum(e => e.All):0.000} of {events.Sum(e => e.All)} |"));
        }

        output.WriteLine();
    }

    private static void PrintRhythm(TextWriter output, Recordings recordings)
    {
        output.WriteLine("| whole recording | flagged, mended or left out | no sinus rhythm |\n|---|---|---|");
        foreach (var name in recordings.Names)
        {
            var rows = ArtefactCorrection.Correct(recordings.RrMs(name)).Where(row => row.RrMs is not null).ToArray();
            var lost = rows.Count(row => row.Flag is BeatFlag.Irregular or BeatFlag.Crowded) / (double)rows.Length;
            var flagged = rows.Count(row => row.Flag is not (BeatFlag.Ok or BeatFlag.Irregular or BeatFlag.Crowded)) / (double)rows.Length;
            output.WriteLine(string.Create(null, $"| {name} | {100 * flagged:0.00} % | {100 * lost:0.00} % |"));
        }

        output.WriteLine();
    }

    private static int[] Seeds => [11, 12, 13, 14];

    private static InjectedSeries Clean(InjectedSeries series) => series with { RrMs = series.CleanRrMs, Events = [] };

    private static CorrectionScore[] Score(InjectedSeries[] series) => ArtefactTable.Scores(series, rrMs => ArtefactCorrection.Correct(rrMs));

    private static double SpreadMs(double[] rrMs, int at)
    {
        var (from, to) = (Math.Max(1, at - 32), Math.Min(rrMs.Length, at + 32));
        var differences = Enumerable.Range(from, to - from).Select(i => Math.Abs(rrMs[i] - rrMs[i - 1])).Order().ToArray();
        return Math.Max(10, 1.4826 * differences[differences.Length / 2]);
    }

    private static void PrintTable(TextWriter output, string title, InjectedSeries[] series)
    {
        output.WriteLine(ArtefactTable.Head(title));
        foreach (var method in Enum.GetValues<CorrectionMethod>())
        {
            var options = new ArtefactOptions { Method = method };
            output.WriteLine(ArtefactTable.Row(method.ToString(), ArtefactTable.Scores(series, rrMs => ArtefactCorrection.Correct(rrMs, options))));
        }

        output.WriteLine();
    }
}
