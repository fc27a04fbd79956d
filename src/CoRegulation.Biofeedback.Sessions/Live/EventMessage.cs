using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>A phase, a marker, a note or a change of the pacer.</summary>
/// <param name="Fact">What happened.</param>
public sealed record EventMessage(Fact Fact) : LiveMessage;
