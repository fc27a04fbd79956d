using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>The files of one recording in a folder, as their names tell.</summary>
/// <param name="Name">Path of the first part within the folder, without its ending; that of an encrypted one ends in <c>.enc</c>.</param>
/// <param name="Path">Full path of the first part.</param>
/// <param name="Stamps">Its parts, the first one first.</param>
internal sealed record SessionFiles(string Name, string Path, ImmutableArray<FileStamp> Stamps)
{
    private const int DeepestFolder = 8;

    /// <summary>All recordings below a folder, in the order of their names. Hidden files and folders count for nothing, and links to folders are not followed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="deepestFolder">How many folders deep to look; 0 for the folder itself.</param>
    /// <exception cref="IOException">It cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be listed.</exception>
    public static IReadOnlyList<SessionFiles> In(string folder, int deepestFolder = DeepestFolder)
    {
        var root = System.IO.Path.GetFullPath(folder);
        var files = new List<string>();
        Collect(new DirectoryInfo(root), files, deepestFolder);
        var known = files.ToHashSet(StringComparer.Ordinal);
        return [.. files.GroupBy(file => First(file, known)).Select(parts => Of(root, parts.Key, parts)).OrderBy(session => session.Name, StringComparer.Ordinal)];
    }

    private static SessionFiles Of(string root, string first, IEnumerable<string> parts)
    {
        var ordered = parts.OrderBy(path => path == first ? 1 : PartNames.Split(System.IO.Path.GetFileName(path))!.Value.Part);
        return new(NameOf(Relative(root, first)), first, [.. ordered.Select(path => Stamp(root, path))]);
    }

    // An encrypted recording and one in the clear may be called the same.
    private static string NameOf(string first) => first.EndsWith(PartNames.EncryptedEnding, StringComparison.Ordinal)
        ? first[..^PartNames.EncryptedEnding.Length] + ".enc"
        : first[..^PartNames.Ending.Length];

    private static FileStamp Stamp(string root, string path)
    {
        // One that is removed just now reads as length 0, and is missed as soon as it is opened.
        var file = new FileInfo(path);
        return new(Relative(root, path), file.Exists ? file.Length : 0, file.LastWriteTimeUtc.Ticks);
    }

    private static string Relative(string root, string path) => System.IO.Path.GetRelativePath(root, path).Replace('\\', '/');

    private static void Collect(DirectoryInfo folder, List<string> files, int deeper)
    {
        foreach (var found in folder.EnumerateFileSystemInfos())
        {
            if (found.Name.StartsWith('.'))
                continue;
            if (found is FileInfo && PartNames.EndingOf(found.Name) is not null)
                files.Add(found.FullName);
            else if (found is DirectoryInfo { LinkTarget: null } inner && deeper > 0)
                CollectWithin(inner, files, deeper - 1);
        }
    }

    private static void CollectWithin(DirectoryInfo folder, List<string> files, int deeper)
    {
        try
        {
            Collect(folder, files, deeper);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            // A folder of somebody else's within the library is not ours to read.
        }
    }

    /// <summary>The first part of the session that a file by its name belongs to: itself, unless it is called a further part of one that is there.</summary>
    private static string First(string path, HashSet<string> files) =>
        PartNames.Split(System.IO.Path.GetFileName(path)) is var (name, _)
            && System.IO.Path.Join(System.IO.Path.GetDirectoryName(path), name) is var first
            && files.Contains(first)
                ? first
                : path;
}
