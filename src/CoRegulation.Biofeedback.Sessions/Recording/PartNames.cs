using System.Globalization;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>How the parts of one session are called: <c>NAME.coreg.jsonl</c>, <c>NAME.part2.coreg.jsonl</c>, and so on.</summary>
internal static class PartNames
{
    /// <summary>How the name of every recording ends.</summary>
    public const string Ending = ".coreg.jsonl";

    private const string Infix = ".part";

    /// <summary>The further parts in the folder of the first, in order of their number; empty when <paramref name="path"/> is no first part.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be listed.</exception>
    public static IReadOnlyList<(int Part, string Path)> After(string path)
    {
        var file = Path.GetFileName(path);
        if (!file.EndsWith(Ending, StringComparison.Ordinal))
            return [];

        var name = file[..^Ending.Length];
        var folder = Path.GetDirectoryName(path);
        return [.. Directory.EnumerateFiles(string.IsNullOrEmpty(folder) ? "." : folder)
            .Select(found => (Part: NumberOf(Path.GetFileName(found), name), Path: Path.Join(folder, Path.GetFileName(found))))
            .Where(found => found.Part > 1)
            .OrderBy(found => found.Part)];
    }

    /// <summary>What a further part is called.</summary>
    /// <param name="first">Path of the first part.</param>
    /// <param name="part">Number of the part, from 2.</param>
    public static string Of(string first, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{first[..^Ending.Length]}{Infix}{part}{Ending}");

    /// <summary>What a file that is called a further part is called without its number; null for any other.</summary>
    public static (string Name, int Part)? Split(string file)
    {
        var place = file.LastIndexOf(Infix, StringComparison.Ordinal);
        return place > 0 && NumberOf(file, file[..place]) is > 1 and var part ? (file[..place], part) : null;
    }

    private static int NumberOf(string file, string name)
    {
        var begin = name + Infix;
        return file.Length > begin.Length + Ending.Length
            && file.StartsWith(begin, StringComparison.Ordinal)
            && file.EndsWith(Ending, StringComparison.Ordinal)
            && int.TryParse(file.AsSpan()[begin.Length..^Ending.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
    }
}
