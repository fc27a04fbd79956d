using System.Globalization;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Where a new recording goes.</summary>
internal static class RecordingNames
{
    private const int MostOfOneSecond = 1000;

    /// <summary>Creates the first file of a session: the file that is named, or one in the folder that is named, called by the time it starts
    /// (<c>2026-11-24T193000+0100.coreg.jsonl</c>; without colons, which Windows refuses).</summary>
    /// <exception cref="RecordingException">The file exists, or it or its folder cannot be made.</exception>
    public static LineFile Create(string folderOrFile, DateTimeOffset started, Passphrase? passphrase)
    {
        var ending = passphrase is null ? PartNames.Ending : PartNames.EncryptedEnding;
        if (Path.GetExtension(folderOrFile) is ".jsonl" or ".json" or ".enc" && !Directory.Exists(folderOrFile))
        {
            return folderOrFile.EndsWith(ending, StringComparison.Ordinal)
                ? LineFile.Create(folderOrFile, passphrase)
                : throw new RecordingException(RecordingFault.BadName, $"'{folderOrFile}' is no name for {(passphrase is null ? "a" : "an encrypted")} recording: end it in {ending}, or give a folder.");
        }

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
