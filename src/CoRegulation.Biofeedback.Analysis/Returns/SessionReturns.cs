namespace CoRegulation.Biofeedback.Analysis.Returns;

/// <summary>One person's episodes of one session.</summary>
/// <param name="Started">When the session began.</param>
/// <param name="WithPartner">Whether the partner took part; else the person was alone.</param>
/// <param name="Episodes">How long each took to come back; may be empty.</param>
public sealed record SessionReturns(DateTimeOffset Started, bool WithPartner, IReadOnlyList<ReturnTime> Episodes);
