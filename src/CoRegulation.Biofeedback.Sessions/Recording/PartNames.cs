using System.Globalization;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>How the parts of one session are called: <c>NAME.coreg.jsonl</c>, <c>NAME.part2.coreg.jsonl</c>, and so on; encrypted
/// <c>NAME.coreg.enc</c>, <c>NAME.part2.coreg.enc</c>.</summary>
internal static class PartNames
{
    /// <summary>How the name of a recording ends.</summary>
    public const string Ending = ".coreg.jsonl";

    /// <summary>How the name of an encrypted recording ends.</summary>
    public const string EncryptedEnding = ".coreg.enc";

    private const string Infix = ".part";

    /// <summary>The ending of a recording's name; null of any other name.</summary>
    public static string? EndingOf(string file) =>
        file.EndsWith(Ending, StringComparison.Ordinal) ? Ending
        : file.EndsWith(EncryptedEnding, StringComparison.Ordinal) ? EncryptedEnding
        : null;

    /// <summary>The further parts in the folder of the first, in order of their number; empty when <paramref name="path"/> is no first part.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be listed.</exception>
    public static IReadOnlyList<(int Part, string Path)> After(string path)
    {
        var first = Path.GetFileName(path);
        if (EndingOf(first) is null)
            return [];

        var folder = Path.GetDirectoryName(path);
        return [.. Directory.EnumerateFiles(string.IsNullOrEmpty(folder) ? "." : folder)
            .Select(found => (Part: NumberOf(Path.GetFileName(found), first), Path: Path.Join(folder, Path.GetFileName(found))))
            .Where(found => found.Part > 1)
            .OrderBy(found => found.Part)];
    }

    /// <summary>What a further part is called.</summary>
    /// <param name="first">Path of the first part.</param>
    /// <param name="part">Number of the part, from 2.</param>
    public static string Of(string first, int part)
    {
        var ending = EndingOf(first) ?? throw new ArgumentException($"'{first}' is not called a recording.", nameof(first));
        return $"{first[..^ending.Length]}{InfixOf(part)}{ending}";
    }

    /// <summary>What stands before the ending of a further part.</summary>
    public static string InfixOf(int part) => string.Create(CultureInfo.InvariantCulture, $"{Infix}{part}");

    /// <summary>What the first part is called, of a file that is called a further one, and that one's number; null for any other.</summary>
    public static (string First, int Part)? Split(string file)
    {
        var place = file.LastIndexOf(Infix, StringComparison.Ordinal);
        if (place <= 0 || EndingOf(file) is not { } ending)
            return null;

        var first = file[..place] + ending;
        return NumberOf(file, first) is > 1 and var part ? (first, part) : null;
    }

    private static int NumberOf(string file, string first)
    {
        var ending = EndingOf(first)!;
        var begin = first[..^ending.Length] + Infix;
        return file.Length > begin.Length + ending.Length
            && file.StartsWith(begin, StringComparison.Ordinal)
            && file.EndsWith(ending, StringComparison.Ordinal)
            && int.TryParse(file.AsSpan()[begin.Length..^ending.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
    }
}
