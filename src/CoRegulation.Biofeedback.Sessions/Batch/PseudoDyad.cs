namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>A of one recording with B of another.</summary>
/// <param name="A">The recording of A.</param>
/// <param name="B">The recording of B.</param>
/// <param name="Numbers">How much they move together.</param>
/// <param name="Left">Why it does not count; null when it does.</param>
internal sealed record PseudoDyad(string A, string B, PairNumbers Numbers, string? Left);
