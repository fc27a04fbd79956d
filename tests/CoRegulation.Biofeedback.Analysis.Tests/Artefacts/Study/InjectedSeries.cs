namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

/// <summary>A clean series and what became of it.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="CleanRrMs">The true intervals, ms.</param>
/// <param name="RrMs">The corrupted intervals, ms.</param>
/// <param name="Events">What was injected, in order.</param>
internal sealed record InjectedSeries(string Name, double[] CleanRrMs, double[] RrMs, InjectedEvent[] Events);
