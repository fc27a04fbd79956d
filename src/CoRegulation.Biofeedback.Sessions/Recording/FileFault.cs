namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>What the operating system refused, as a sentence for a person.</summary>
internal static class FileFault
{
    // errno of Linux, then the codes of Windows.
    private static readonly int[] DiskFull = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    private static readonly int[] ReadOnly = [30, unchecked((int)0x80070013)];

    private static readonly int[] Exists = [17, unchecked((int)0x80070050), unchecked((int)0x800700B7)];

    // EWOULDBLOCK of Linux and of macOS, sharing and lock violation of Windows.
    private static readonly int[] InUse = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    public static bool IsInUse(Exception fault) => InUse.Contains(fault.HResult);

    public static bool IsExpected(Exception fault) => fault is IOException or UnauthorizedAccessException;

    public static RecordingException Reading(string path, Exception fault) => fault switch
    {
        _ when Directory.Exists(path) => new(RecordingFault.NotFound, $"'{path}' is a folder. Give the file itself.", fault),
        FileNotFoundException or DirectoryNotFoundException => new(RecordingFault.NotFound, $"'{path}' is not there. Check the name and the folder.", fault),
        UnauthorizedAccessException => new(RecordingFault.CannotRead, $"'{path}' may not be read by this user. Ask its owner, or copy it to a folder of your own.", fault),
        _ => new(RecordingFault.CannotRead, $"'{path}' could not be read: {fault.Message}", fault),
    };

    public static RecordingException Writing(string path, Exception fault) => fault switch
    {
        _ when DiskFull.Contains(fault.HResult) => new(RecordingFault.CannotWrite, $"'{path}' could not be written: the disk is full. Free some space, or choose another disk.", fault),
        _ when ReadOnly.Contains(fault.HResult) => new(RecordingFault.CannotWrite, $"'{path}' could not be written: the disk is read-only. Choose another folder.", fault),
        _ when Exists.Contains(fault.HResult) => AlreadyExists(path, fault),
        DirectoryNotFoundException => new(RecordingFault.NotFound, $"'{path}' could not be written: its folder is not there. Make the folder first, or choose another.", fault),
        UnauthorizedAccessException when Directory.Exists(path) => new(RecordingFault.AlreadyExists, $"'{path}' is a folder. Give the name of a file.", fault),
        UnauthorizedAccessException => new(RecordingFault.CannotWrite, $"'{path}' could not be written: this user may not write there. Choose another folder.", fault),
        _ => new(RecordingFault.CannotWrite, $"'{path}' could not be written: {fault.Message}", fault),
    };

    public static RecordingException Gone(string path) =>
        new(RecordingFault.CannotWrite, $"'{path}' is not there any more: it or its disk was taken away, or another file was put in its place.", new FileNotFoundException(null, path));

    /// <summary>Why a running recording stopped, in a few words.</summary>
    public static string Reason(RecordingException fault) => fault.InnerException switch
    {
        { } full when DiskFull.Contains(full.HResult) => "the disk is full. Free some space",
        { } readOnly when ReadOnly.Contains(readOnly.HResult) => "the disk is read-only. Make it writable",
        FileNotFoundException or DirectoryNotFoundException => "its file or folder is not there any more. Bring the disk or the folder back",
        UnauthorizedAccessException => "this user may not write there any more. Allow it",
        { } other => $"the disk does not take it ({other.Message}). Look after it",
        null => fault.Message,
    };

    public static RecordingException AlreadyExists(string path, Exception? fault = null) =>
        new(RecordingFault.AlreadyExists, $"'{path}' exists and is not overwritten. Choose another name.", fault);
}
