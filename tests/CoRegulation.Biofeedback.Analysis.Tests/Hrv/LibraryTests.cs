using System.Text.RegularExpressions;
using CoRegulation.Biofeedback.Analysis.Hrv;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv;

/// <summary>The snippets of docs/library.md: they compile, run and stand in the page word for word.</summary>
public partial class LibraryTests
{
    [Fact]
    public void A_series()
    {
        var rrMs = Hearts.Following(t => 66 + (5 * Math.Sin(t / 5)) + (4 * Math.Sin(1.6 * t)), 0, 310).Select(beat => beat.RrMs).ToArray();
        using var console = new StringWriter();

        // <series>
        var result = HrvAnalysis.Compute(rrMs);

        foreach (var metric in result.Metrics)
        {
            var value = result[metric.Key];
            console.WriteLine(value.Missing is { } reason
                ? $"{metric.Key}: none, {reason}"
                : $"{metric.Key}: {value.Value} {metric.Unit} {result.Caution(metric.Key)}");
        }
        // </series>

        Assert.Equal(result.Metrics.Length, console.ToString().Split(Environment.NewLine).Length - 1);
        Assert.InRange(result["rmssd"].Value, 5, 100);
        Assert.Equal(TimeDomain.Compute(rrMs).RmssdMs, result["rmssd"].Value);
    }

    [Fact]
    public void A_stream()
    {
        var beats = Hearts.Following(t => 66 + (5 * Math.Sin(t / 5)) + (4 * Math.Sin(1.6 * t)), 0, 310);
        using var console = new StringWriter();

        // <stream>
        var stream = new HrvStream();

        foreach (var beat in beats) // TimedBeat: time s, RR ms, segment (a new one after lost beats), uncertainty ms
        {
            stream.Add(beat);

            var rmssd = stream.Read("rmssd");    // of the last 60 s, new with every beat
            var hf = stream.Read("welch300_hf"); // of the last 300 s, renewed every 5 s
            console.WriteLine($"{rmssd.TimeS:0} s: {rmssd.Value.Value:0.0} ms, HF {hf.Value.Value:0} ms² at {hf.TimeS:0} s");
        }
        // </stream>

        Assert.Equal(beats.Length, console.ToString().Split(Environment.NewLine).Length - 1);
        Assert.Null(stream.Read("rmssd").Value.Missing);
        Assert.Null(stream.Read("welch300_hf").Value.Missing);
    }

    [Fact]
    public void The_page_shows_what_is_tested()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "library.md")).ReplaceLineEndings("\n");
        var tested = File.ReadAllText(Path.Combine(Root(), "tests", "CoRegulation.Biofeedback.Analysis.Tests", "Hrv", "LibraryTests.cs")).ReplaceLineEndings("\n");

        var shown = Shown().Matches(page).Select(match => match.Groups[1].Value).ToArray();

        Assert.Equal(Regions().Matches(tested).Select(match => Dedented(match.Groups[2].Value)), shown);
        Assert.Equal(2, shown.Length);
    }

    private static string Dedented(string code) =>
        string.Join('\n', code.Replace("console.", "Console.", StringComparison.Ordinal).Split('\n').Select(line => line.Length >= 8 ? line[8..] : line));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CoRegulation.Biofeedback.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shown();

    [GeneratedRegex("^ +// <(series|stream)>\n(.*?)^ +// </\\1>", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Regions();
}
