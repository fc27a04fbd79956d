using CoRegulation.Biofeedback.Analysis.Artefacts;
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
        PrintTable(output, "the same, clean", [.. recordings.Injected(0.02).Select(series => series with { RrMs = series.CleanRrMs, Events = [] })]);
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
