namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>What is wrong with one line; whoever reads the file adds where.</summary>
internal sealed class LineException(string message) : Exception(message);
