using System.Globalization;

namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>Room for recordings, and the right to write them.</summary>
/// <param name="folder">Where recordings are to go; need not be there yet.</param>
/// <param name="freeBytes">How much room a folder's disk has.</param>
internal sealed class DiskCheck(string folder, Func<string, long> freeBytes) : ICheck
{
    private const string Name = "disk";
    private const long MegaByte = 1_000_000;

    // Two straps make about half a megabyte an hour.
    private const long TooLittle = 5 * MegaByte;
    private const long Little = 100 * MegaByte;

    /// <summary>How much room there is on the disk of a folder.</summary>
    public static long FreeBytes(string folder) => new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace;

    /// <inheritdoc/>
    public Task<Finding> RunAsync(CancellationToken cancellationToken) => Task.FromResult(Look());

    private Finding Look()
    {
        var wanted = Path.GetFullPath(folder);
        try
        {
            var there = wanted;
            while (!Directory.Exists(there))
            {
                if (File.Exists(there))
                    return new(Name, CheckState.Fail, $"'{there}' is a file, so nothing can be recorded in '{wanted}'. Choose another folder with --record.");
                there = Path.GetDirectoryName(there) ?? throw new DirectoryNotFoundException($"no part of '{wanted}' is there");
            }

            using (new FileStream(Path.Combine(there, $".coreg-doctor-{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                // That it can be made is all there is to know.
            }

            return Room(wanted, freeBytes(there));
        }
        catch (UnauthorizedAccessException)
        {
            return Refused(wanted, "this user may not write there.");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refused(wanted, "no file can be made there.");
        }
        catch (Exception fault) when (fault is IOException or ArgumentException)
        {
            return Refused(wanted, fault.Message);
        }
    }

    // The sentences of the system name the file that was tried, which nobody knows.
    private static Finding Refused(string wanted, string reason) =>
        new(Name, CheckState.Fail, $"Nothing can be recorded in '{wanted}': {reason} Choose another folder with --record.");

    private static Finding Room(string wanted, long free)
    {
        var room = string.Create(CultureInfo.InvariantCulture, $"{free / (double)MegaByte:0.#} MB");
        return free switch
        {
            < TooLittle => new(Name, CheckState.Fail, $"There are only {room} left for recordings in '{wanted}'. Make room, or choose another folder with --record."),
            < Little => new(Name, CheckState.Warn, $"There are {room} left for recordings in '{wanted}', enough for some hours. Make room soon."),
            _ => new(Name, CheckState.Ok, $"There is room for recordings in '{wanted}' ({room})."),
        };
    }
}
