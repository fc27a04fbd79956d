using System.Globalization;
using System.Text.Json;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

/// <summary>The recordings of ../shared/data, given that folder.</summary>
/// <param name="folder">Holds rr and rr_artefacts.</param>
internal sealed class Recordings(string folder)
{
    /// <summary>Names of all recordings, without the ending.</summary>
    public IEnumerable<string> Names =>
        Directory.EnumerateFiles(Path.Combine(folder, "rr"), "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    /// <summary>All intervals of a recording, ms.</summary>
    public double[] RrMs(string name) =>
        [.. File.ReadLines(Path.Combine(folder, "rr", name + ".txt")).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];

    /// <summary>The stretches with artefacts of golden/HRV.md at a share, 0.02 or 0.05.</summary>
    public InjectedSeries[] Injected(double share) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, "rr_artefacts"), "*.json").Order(StringComparer.Ordinal).Select(path => Injected(path, share))];

    /// <summary>The first run of clean intervals: none further than a fraction from the median of eleven around it.</summary>
    /// <param name="rrMs">A recording, ms.</param>
    /// <param name="count">Intervals wanted.</param>
    /// <param name="within">Largest fraction.</param>
    /// <returns>At most <paramref name="count"/> intervals; empty when no run has half as many.</returns>
    public static double[] CleanStretch(double[] rrMs, int count = 900, double within = 0.2)
    {
        var near = new double[11];
        var (from, best) = (0, (From: 0, Length: 0));
        for (var i = 0; i <= rrMs.Length; i++)
        {
            if (i < rrMs.Length && i - from < count)
            {
                var start = Math.Clamp(i - 5, 0, Math.Max(0, rrMs.Length - near.Length));
                Array.Copy(rrMs, start, near, 0, Math.Min(near.Length, rrMs.Length));
                Array.Sort(near);
                if (Math.Abs(rrMs[i] - near[5]) <= within * near[5])
                    continue;
            }

            if (i - from > best.Length)
                best = (from, i - from);
            from = i + 1;
        }

        return best.Length < count / 2 ? [] : rrMs[best.From..(best.From + best.Length)];
    }

    private static InjectedSeries Injected(string path, double share)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var root = document.RootElement;
        var clean = Numbers(root.GetProperty("cleanRrMs"));
        var series = root.GetProperty("series").EnumerateArray().Single(item => item.GetProperty("rate").GetDouble() == share);
        var events = series.GetProperty("events").EnumerateArray().Select(item => new InjectedEvent(
            Enum.Parse<ArtefactKind>(item.GetProperty("type").GetString()!, ignoreCase: true), item.GetProperty("cleanIndex").GetInt32(),
            item.GetProperty("index").GetInt32(), item.GetProperty("count").GetInt32(), double.NaN));
        return new(Path.GetFileNameWithoutExtension(path), clean, Numbers(series.GetProperty("rrMs")), [.. events]);
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];
}
