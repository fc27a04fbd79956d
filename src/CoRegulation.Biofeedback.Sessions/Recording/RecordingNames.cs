using System.Globalization;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Where a new recording goes.</summary>
internal static class RecordingNames
{
    private const int MostOfOneSecond = 1000;

    // A folder of such a name was meant to be a file.
    private static readonly string[] ExtensionsOfFiles = [".jsonl", ".json", ".enc", ".txt", ".csv"];

    /// <summary>Creates the first file of a session: the file that is named, or one in the folder that is named, called by the time it starts
    /// (<c>2026-11-24T193000+0100.coreg.jsonl</c>; without colons, which Windows refuses).</summary>
    /// <exception cref="RecordingException">The file exists, or it or its folder cannot be made.</exception>
    public static LineFile Create(string folderOrFile, DateTimeOffset started, Passphrase? passphrase)
    {
        var ending = Ending(passphrase is not null);
        if (IsFile(folderOrFile, ending))
            return LineFile.Create(folderOrFile, passphrase);

        MakeFolder(folderOrFile);
        var name = started.ToString("yyyy-MM-dd'T'HHmmsszzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        for (var copy = 1; ; copy++)
        {
            var free = copy == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{copy}");
            try
            {
                return LineFile.Create(Path.Join(folderOrFile, free + ending), passphrase);
            }
            catch (RecordingException fault) when (fault.Fault is RecordingFault.AlreadyExists && copy < MostOfOneSecond)
            {
                // Another session began in this very second.
            }
        }
    }

    /// <summary>Makes sure that the first file of a session can be created, by trying; leaves nothing behind.</summary>
    /// <exception cref="RecordingException">As of <see cref="Create"/>.</exception>
    public static void MustBeFree(string folderOrFile, DateTimeOffset started, bool isEncrypted)
    {
        if (IsFile(folderOrFile, Ending(isEncrypted)))
        {
            LineFile.Create(folderOrFile, passphrase: null).Discard();
            return;
        }

        var made = FoldersToMake(folderOrFile);
        try
        {
            Create(folderOrFile, started, passphrase: null).Discard();
        }
        finally
        {
            made.ForEach(RemoveEmpty);
        }
    }

    private static string Ending(bool isEncrypted) => isEncrypted ? PartNames.EncryptedEnding : PartNames.Ending;

    private static bool IsFile(string folderOrFile, string ending)
    {
        if (Directory.Exists(folderOrFile) || !ExtensionsOfFiles.Contains(Path.GetExtension(folderOrFile), StringComparer.OrdinalIgnoreCase))
            return false;
        if (!folderOrFile.EndsWith(ending, StringComparison.Ordinal))
        {
            throw new RecordingException(
                RecordingFault.BadName,
                $"'{folderOrFile}' is no name for {(ending == PartNames.Ending ? "a" : "an encrypted")} recording: end it in {ending}, or give a folder.");
        }

        RecordingFile.MustNotBeCalledAPart(folderOrFile);
        return true;
    }

    // The innermost first.
    private static List<string> FoldersToMake(string folder)
    {
        var missing = new List<string>();
        for (var at = Path.GetFullPath(folder); at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
            missing.Add(at);
        return missing;
    }

    private static void RemoveEmpty(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            // Somebody else has put something into it meanwhile.
        }
    }

    /// <summary>Makes a folder that only its owner can look into; one that is there stays as it is.</summary>
    /// <exception cref="RecordingException">It cannot be made.</exception>
    public static void MakeFolder(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            throw FileFault.Writing(folder, fault);
        }
    }
}
