using System.Collections.Immutable;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>What a batch came to.</summary>
/// <param name="Recordings">How many recordings and tables there are.</param>
/// <param name="Pairs">How many of them hold a pair that could be compared.</param>
/// <param name="PseudoDyads">How many pairs that never met were made of them.</param>
/// <param name="Problems">What is wrong with each that could not be read, a line each.</param>
/// <param name="Notes">What a person should know besides, a line each.</param>
public sealed record BatchOutcome(int Recordings, int Pairs, int PseudoDyads, ImmutableArray<string> Problems, ImmutableArray<string> Notes);
