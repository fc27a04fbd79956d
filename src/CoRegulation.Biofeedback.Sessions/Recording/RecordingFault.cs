namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Why a recording could not be read or written.</summary>
public enum RecordingFault
{
    /// <summary>There is no such file or folder.</summary>
    NotFound,

    /// <summary>The file has nothing in it.</summary>
    Empty,

    /// <summary>The file is something else.</summary>
    NotARecording,

    /// <summary>The file ends within its header, so that nothing of it can be used.</summary>
    HeaderCut,

    /// <summary>The file has a format newer than this program knows.</summary>
    NewerFormat,

    /// <summary>A line within the file is broken.</summary>
    Damaged,

    /// <summary>A file of RR intervals has something in it that is no interval.</summary>
    BadImport,

    /// <summary>The file exists, and was not to be overwritten.</summary>
    AlreadyExists,

    /// <summary>A recording is not to be called so.</summary>
    BadName,

    /// <summary>Another program writes this session just now.</summary>
    InUse,

    /// <summary>The session is none that can go on.</summary>
    CannotResume,

    /// <summary>The recording is encrypted, and no passphrase was given.</summary>
    PassphraseNeeded,

    /// <summary>The recording is encrypted with another passphrase.</summary>
    WrongPassphrase,

    /// <summary>The operating system refused to read.</summary>
    CannotRead,

    /// <summary>The operating system refused to write: no right, no space.</summary>
    CannotWrite,
}
