namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>Something cannot be chosen; the message says why and what to do, for the person at the screen.</summary>
/// <param name="message">The sentence.</param>
public sealed class ChoiceRefusedException(string message) : Exception(message);
