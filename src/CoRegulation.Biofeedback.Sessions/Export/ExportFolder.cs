using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>A folder that receives a set of files all together or not at all.</summary>
/// <remarks>The files are written to a hidden folder beside the target and moved when the last one is complete, so that a full disk,
/// an error or an impatient user leaves nothing half-written.</remarks>
internal sealed class ExportFolder : IDisposable
{
    private readonly string _given;
    private readonly string _target;
    private readonly string _staging;
    private readonly bool _force;

    /// <summary>Prepares a set of files.</summary>
    /// <param name="target">The folder; made when it is missing.</param>
    /// <param name="names">The files of the set.</param>
    /// <param name="force">Whether files of these names may be replaced.</param>
    /// <exception cref="ExportException">A file is there already, or the folder cannot be written.</exception>
    public ExportFolder(string target, IEnumerable<string> names, bool force)
    {
        _given = target;
        _target = Path.GetFullPath(target);
        _force = force;
        if (File.Exists(_target))
            throw new ExportException($"'{target}' is a file: name a folder for the results.", inputIsWrong: true);
        var present = names.Where(name => File.Exists(Path.Combine(_target, name))).ToList();
        if (present.Count > 0 && !force)
            throw new ExportException($"'{target}' already has {present[0]}{(present.Count > 1 ? $" and {present.Count - 1} more of the files" : "")}: name another folder, or replace them with --force.", inputIsWrong: true);
        _staging = Path.Combine(Path.GetDirectoryName(_target) ?? _target, $".{Path.GetFileName(_target)}.{Environment.ProcessId}.partial");
        Guard(() => OwnerOnly(_staging));
    }

    /// <summary>Creates one file of the set; <paramref name="write"/> buffers by itself.</summary>
    public void Write(string name, Action<Stream> write) => Guard(() =>
    {
        using var stream = NewFile.Open(Path.Combine(_staging, name));
        write(stream);
    });

    /// <summary>Puts all files in their place.</summary>
    public void Complete() => Guard(() =>
    {
        OwnerOnly(_target);
        foreach (var file in Directory.EnumerateFiles(_staging))
            File.Move(file, Path.Combine(_target, Path.GetFileName(file)), _force);
    });

    /// <summary>Removes what is not in its place.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_staging))
            Directory.Delete(_staging, recursive: true);
    }

    private static void OwnerOnly(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (FileFault.IsExpected(error))
        {
            throw new ExportException(FileFault.Writing(_given, error).Message, inputIsWrong: false, error);
        }
    }
}
