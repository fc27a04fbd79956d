namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>The session plays, pauses, ends, or changed its speed.</summary>
/// <param name="Transport">The transport from now on.</param>
public sealed record TransportMessage(Transport Transport) : LiveMessage;
