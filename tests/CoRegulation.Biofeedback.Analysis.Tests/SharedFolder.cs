using System.Globalization;
using System.Text.Json;

namespace CoRegulation.Biofeedback.Analysis.Tests;

/// <summary>The reference values beside the repository; a test that asks for them is skipped where they are missing.</summary>
internal static class SharedFolder
{
    public static string Find(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CoRegulation.Biofeedback.sln")))
            folder = folder.Parent;

        var found = Path.Combine(folder?.FullName ?? ".", "..", "shared", path);
        Assert.SkipUnless(Path.Exists(found), $"The reference values ../shared/{path} are not beside this repository.");
        return found;
    }

    public static JsonElement Json(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Find(path)));
        return document.RootElement.Clone();
    }

    /// <summary>The columns of a CSV file with a header, all numbers.</summary>
    public static double[][] Columns(string path)
    {
        var rows = File.ReadLines(Find(path)).Skip(1)
            .Select(line => Array.ConvertAll(line.Split(','), Number)).ToArray();
        return [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Select(row => row[column]).ToArray())];
    }

    public static double[] Lines(string path) => [.. File.ReadLines(Find(path)).Select(Number)];

    /// <summary>The numbers of an array; NaN for null.</summary>
    public static double[] Numbers(this JsonElement array) =>
        [.. array.EnumerateArray().Select(Number)];

    /// <summary>A number; NaN for null.</summary>
    public static double Number(this JsonElement item) => item.ValueKind is JsonValueKind.Null ? double.NaN : item.GetDouble();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
