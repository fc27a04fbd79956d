namespace CoRegulation.Biofeedback.Benchmarks.Truth;

/// <summary>The tables of docs/known-truth.md.</summary>
internal static class TruthStudy
{
    /// <summary>Writes them all.</summary>
    /// <param name="output">Where to, as Markdown.</param>
    /// <param name="strangers">Uncoupled pairs.</param>
    /// <param name="perCondition">Sessions of every other condition.</param>
    /// <returns>The exit status: 1 when uncoupled pairs are called synchronous too often.</returns>
    public static int Write(TextWriter output, int strangers, int perCondition)
    {
        output.WriteLine("# What the measures find where the truth is known");
        output.WriteLine();
        output.WriteLine("Simulated, seeded; every session on its whole way from beats over straps and messages to the analysis. Not a medical device.");
        output.WriteLine();
        output.WriteLine($"Made by `dotnet run -c Release --project tests/CoRegulation.Biofeedback.Benchmarks -- truth {strangers} {perCondition} > docs/known-truth.md`. Peer: the recommended default of the reference study, 99 surrogates, its own simulated pairs.");
        output.WriteLine();
        var sound = SynchronyTruth.Write(output, strangers, perCondition);
        sound &= LooksTruth.Write(output, strangers, perCondition);
        output.WriteLine("## Episodes and the return to baseline");
        output.WriteLine();
        EpisodeTruthStudy.Print(output, perCondition, seed: 1);
        return sound ? 0 : 1;
    }
}
