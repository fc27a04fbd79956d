using System.Collections.Immutable;
using System.Text;
using CoRegulation.Biofeedback.Sessions.Import;
using CoRegulation.Biofeedback.Sessions.Library;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>One recording, or one table of a pair, of the folder.</summary>
/// <param name="Name">Its file's name; of several parts the first one's.</param>
/// <param name="Stamps">Its files as they are now.</param>
/// <param name="Files">The recording; null for a table.</param>
/// <param name="Path">Where it is.</param>
internal sealed record BatchInput(string Name, ImmutableArray<FileStamp> Stamps, SessionFiles? Files, string Path)
{
    private const int LongestHeader = 4096;

    /// <summary>What the folder itself holds, in the order of the names, and how many CSV files in it are something else.</summary>
    public static (IReadOnlyList<BatchInput> Inputs, int OtherTables) In(string folder)
    {
        var recordings = SessionFiles.In(folder, deepestFolder: 0)
            .Select(files => new BatchInput(System.IO.Path.GetFileName(files.Path), files.Stamps, files, files.Path));
        var tables = Directory.EnumerateFiles(folder, "*.csv").Where(path => !System.IO.Path.GetFileName(path).StartsWith('.')).ToLookup(IsPair);
        return (
            [.. recordings.Concat(tables[true].Select(Table)).OrderBy(input => input.Name, StringComparer.Ordinal)],
            tables[false].Count());
    }

    private static BatchInput Table(string path)
    {
        var (name, file) = (System.IO.Path.GetFileName(path), new FileInfo(path));
        return new(name, [new(name, file.Length, file.LastWriteTimeUtc.Ticks)], null, path);
    }

    /// <summary>Whether the columns of a table are those of a pair; whether the rest will do is seen when it is read.</summary>
    private static bool IsPair(string path)
    {
        try
        {
            using var reader = new StreamReader(path, Encoding.UTF8);
            var start = new char[LongestHeader];
            var length = reader.ReadBlock(start, 0, start.Length);
            var header = new string(start, 0, length).Split('\n').Select(line => line.TrimEnd('\r')).FirstOrDefault(line => line.AsSpan().Trim() is not ([] or ['#', ..]));
            return header is not null && PairColumns.Find(header) is not null;
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            // That it cannot be read is said when it is read.
            return true;
        }
    }
}
