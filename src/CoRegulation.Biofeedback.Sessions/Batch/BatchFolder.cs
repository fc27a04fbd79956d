using System.Text;
using System.Text.Json;
using CoRegulation.Biofeedback.Sessions.Library;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>The folder of the results and of what is kept on the way there. Every file in it is whole or not there, so that a batch can end at any time and go on later.</summary>
internal sealed class BatchFolder : IDisposable
{
    private const string Settings = "settings.json";
    private const string Work = "work";
    private const string Recordings = "recordings";
    private const string ItemEnding = ".item.json";
    private const string StrangersEnding = ".pseudo.json";
    private const string SummaryEnding = ".summary.json";

    private readonly string _path;
    private readonly FileLock _lock;

    private BatchFolder(string path, FileLock held) => (_path, _lock) = (path, held);

    /// <summary>Opens a folder that is new, empty, or holds a batch of the same settings.</summary>
    /// <exception cref="BatchException">It holds something else, or another process works in it.</exception>
    public static BatchFolder Open(string path, BatchOptions options)
    {
        if (File.Exists(path))
            throw new BatchException($"'{path}' is a file: name a folder for the results.", inputIsWrong: true);
        var wanted = JsonSerializer.Serialize(new { batch = 1, options.Program, build = LibrarySchema.Maker[..8] + LibrarySchema.Maker[32..40], options.Seed, options.Surrogates }, JsonSerializerOptions.Web) + "\n";
        MustBeOurs(path, wanted);
        OwnerOnly(Path.Join(path, Work));
        OwnerOnly(Path.Join(path, Recordings));
        var held = Hold(path);
        try
        {
            foreach (var folder in new[] { path, Path.Join(path, Work), Path.Join(path, Recordings) })
                SweepUp(folder);
            if (!File.Exists(Path.Join(path, Settings)))
                WholeFile.Write(Path.Join(path, Settings), stream => stream.Write(Encoding.UTF8.GetBytes(wanted)));
            return new(path, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>What was kept of a recording, as long as its files are what they were then; else null.</summary>
    public BatchItem? Item(BatchInput input) =>
        Read<BatchItem>(ItemOf(input.Name)) is { } item && item.Stamps.AsSpan().SequenceEqual(input.Stamps.AsSpan()) ? item : null;

    /// <summary>Keeps what is known of a recording, and puts its summary where people look for it.</summary>
    public void Keep(BatchItem item)
    {
        if (item.Summary is { } summary)
            WholeFile.Write(SummaryOf(item.Name), stream => stream.Write(Encoding.UTF8.GetBytes(summary)), overwrite: true);
        Write(ItemOf(item.Name), item);
    }

    /// <summary>What was kept of A of a recording with others, by what the two series are.</summary>
    public IReadOnlyDictionary<string, PairNumbers> Strangers(string name) =>
        Read<Dictionary<string, PairNumbers>>(StrangersOf(name)) ?? [];

    /// <summary>Keeps them.</summary>
    public void Keep(string name, IReadOnlyDictionary<string, PairNumbers> strangers) => Write(StrangersOf(name), strangers);

    /// <summary>Writes a table of the results.</summary>
    public void Write(Export.CsvTable table) => WholeFile.Write(Path.Join(_path, table.File), table.Write, overwrite: true);

    /// <summary>Removes what belongs to recordings that are no longer there.</summary>
    public void KeepOnly(IReadOnlyCollection<string> names)
    {
        var wanted = names.SelectMany(name => new[] { ItemOf(name), StrangersOf(name), SummaryOf(name) }).ToHashSet(StringComparer.Ordinal);
        foreach (var file in new[] { Work, Recordings }.SelectMany(folder => Directory.EnumerateFiles(Path.Join(_path, folder), "*.json")))
        {
            if (!wanted.Contains(file))
                File.Delete(file);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static void MustBeOurs(string path, string wanted)
    {
        var settings = Path.Join(path, Settings);
        if (File.Exists(settings))
        {
            var found = File.ReadAllText(settings);
            if (found != wanted)
                throw new BatchException($"'{path}' holds results of other settings, {found.Trim()} where {wanted.Trim()} is wanted: name another folder.", inputIsWrong: true);
        }
        else if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(entry => !IsOwn(Path.GetFileName(entry))))
        {
            throw new BatchException($"'{path}' is not empty and holds no batch that could go on: name another folder.", inputIsWrong: true);
        }
    }

    // What a batch leaves that was ended before its settings were there.
    private static bool IsOwn(string name) => name is Work or Recordings || name.StartsWith($".{Settings}.", StringComparison.Ordinal);

    private static FileLock Hold(string path)
    {
        try
        {
            return FileLock.Take(Path.Join(path, Work, "lock"), TimeSpan.Zero);
        }
        catch (IOException fault)
        {
            throw new BatchException($"another process works in '{path}': wait for it, or name another folder.", inputIsWrong: false, fault);
        }
    }

    /// <summary>Removes passing files that a killed process left.</summary>
    private static void SweepUp(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, ".*"))
            File.Delete(file);
    }

    private static void OwnerOnly(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static T? Read<T>(string path) where T : class
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<T>(stream);
        }
        catch (Exception fault) when (fault is FileNotFoundException or JsonException)
        {
            // Not there, or not ours: it is computed again.
            return null;
        }
    }

    private static void Write<T>(string path, T value) =>
        WholeFile.Write(path, stream => stream.Write(JsonSerializer.SerializeToUtf8Bytes(value)), overwrite: true);

    private string ItemOf(string name) => Path.Join(_path, Work, name + ItemEnding);

    private string StrangersOf(string name) => Path.Join(_path, Work, name + StrangersEnding);

    private string SummaryOf(string name) => Path.Join(_path, Recordings, name + SummaryEnding);
}
