using CoRegulation.Biofeedback.Analysis;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>Settings of a batch; results of other settings are not mixed with these.</summary>
/// <param name="Program">The program that computes, with version.</param>
/// <param name="Seed">Seed of the surrogates, the same for every pair: alone, a pair gives the same numbers.</param>
/// <param name="Surrogates">Surrogates of each pair.</param>
public sealed record BatchOptions(string Program, int Seed = 1, int Surrogates = 999)
{
    /// <summary>The settings of the analysis.</summary>
    internal AnalysisOptions Analysis() => new() { Significance = new() { Seed = Seed, Surrogates = Surrogates } };
}
