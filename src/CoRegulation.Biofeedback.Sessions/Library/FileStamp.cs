namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>What tells a file from an earlier state of it without reading it.</summary>
/// <param name="Path">Relative to the library's folder, with <c>/</c> between folders.</param>
/// <param name="SizeBytes">Its length, bytes.</param>
/// <param name="ModifiedTicks">When it was last written, UTC, in units of 100 ns.</param>
public readonly record struct FileStamp(string Path, long SizeBytes, long ModifiedTicks);
