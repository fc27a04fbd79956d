using CoRegulation.Biofeedback.Analysis.Tests.Breathing;

namespace CoRegulation.Biofeedback.Benchmarks.Breathing;

/// <summary>The table of docs/methods/breathing.md.</summary>
internal static class BreathingTable
{
    private const int Seeds = 40;

    /// <summary>Prints it as Markdown.</summary>
    public static void Print(TextWriter output)
    {
        output.WriteLine("| breathing | peak 4 to 30 | peak 9 to 24 | sure | error | peak there | within 2 | unsure | within 2 | withheld | RSA |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var what in BreathingStudy.All)
            output.WriteLine(Line(what.Name, BreathingStudy.Run(what, Seeds)));
    }

    private static string Line(string name, List<BreathingStudy.Window> windows)
    {
        var sure = windows.Where(window => window.Ours.Quality >= 0.5).ToList();
        var unsure = windows.Where(window => window.Ours.IsRead && window.Ours.Quality < 0.5).ToList();
        var withheld = windows.Where(window => !window.Ours.IsRead).GroupBy(window => window.Ours.Doubt).OrderByDescending(group => group.Count());
        var sizes = sure.Where(window => window.TrueRsaMs > 0).Select(window => window.Ours.RsaMs / window.TrueRsaMs).Order().ToArray();
        string[] cells =
        [
            name,
            Peak(window => window.PeakPerMin),
            Peak(window => window.HighPeakPerMin),
            Percent(sure.Count),
            Error(sure),
            sure.Count is 0 ? "" : string.Create(null, $"{Math.Min(MeanError(sure, window => window.PeakPerMin), MeanError(sure, window => window.HighPeakPerMin)):0.00}"),
            Within(sure),
            Percent(unsure.Count),
            Within(unsure),
            string.Join(", ", withheld.Select(group => $"{Percent(group.Count())} {group.Key}")),
            sizes.Length is 0 ? "" : string.Create(null, $"{sizes[sizes.Length / 2]:0.00}"),
        ];
        return $"| {string.Join(" | ", cells)} |";

        string Peak(Func<BreathingStudy.Window, double> perMin) => string.Create(null,
            $"{MeanError(windows, perMin):0.00} ({Percent(windows.Count(window => Math.Abs(perMin(window) - window.TruePerMin) <= 2))})");

        string Percent(int count) => string.Create(null, $"{100.0 * count / windows.Count:0} %");

        static double MeanError(List<BreathingStudy.Window> windows, Func<BreathingStudy.Window, double> perMin) =>
            windows.Average(window => Math.Abs(perMin(window) - window.TruePerMin));

        static string Error(List<BreathingStudy.Window> read) => read.Count is 0 ? "" : string.Create(null,
            $"{read.Average(window => window.Error):0.00}, {read.Select(window => window.Error).Order().ElementAt((int)(0.95 * read.Count)):0.00}");

        static string Within(List<BreathingStudy.Window> read) =>
            read.Count is 0 ? "" : string.Create(null, $"{100.0 * read.Count(window => window.Error <= 2) / read.Count:0} %");
    }
}
