namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>A line of a running session that is kept until it is known to be on the disk.</summary>
/// <param name="TimeS">Its time, s since the session's start.</param>
/// <param name="Bytes">The line with its line feed.</param>
internal sealed record RecordedLine(double TimeS, byte[] Bytes);
