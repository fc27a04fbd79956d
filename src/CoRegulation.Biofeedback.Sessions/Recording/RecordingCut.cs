namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>The last line of a file that was cut while it was written; it is left out.</summary>
/// <param name="File">The file, as its path was given.</param>
/// <param name="Line">Number of the cut line, from 1.</param>
/// <param name="OffsetBytes">Where it starts in the file, bytes.</param>
/// <param name="LengthBytes">How much of it is there, bytes.</param>
public sealed record RecordingCut(string File, int Line, long OffsetBytes, int LengthBytes);
