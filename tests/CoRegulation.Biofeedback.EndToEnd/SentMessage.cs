namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>A notification that the peer sent to at least one program.</summary>
/// <param name="T">When, s of CLOCK_BOOTTIME.</param>
/// <param name="Strap">The strap's address.</param>
/// <param name="Hex">Its bytes.</param>
/// <param name="Subscribed">How many programs were subscribed.</param>
public sealed record SentMessage(double T, string Strap, string Hex, int Subscribed);
