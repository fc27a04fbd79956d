namespace CoRegulation.Biofeedback.Analysis.Synchrony.Recurrence;

/// <summary>The lines of recurrent points along one direction, of the shortest length on.</summary>
/// <param name="Count">How many.</param>
/// <param name="Points">Points in them.</param>
/// <param name="Longest">Length of the longest, in states; 0 when there is none.</param>
/// <param name="EntropyNat">Entropy of the distribution of their lengths, in nat; NaN when there is none.</param>
/// <param name="Lengths">How many different lengths there are.</param>
public readonly record struct LineStatistics(int Count, long Points, int Longest, double EntropyNat, int Lengths)
{
    /// <summary>Mean length, in states; NaN when there is none.</summary>
    public double MeanLength => (double)Points / Count;

    /// <summary>Entropy in units of the most that so many lengths can have; NaN for a single one.</summary>
    public double RelativeEntropy => Lengths > 1 ? EntropyNat / Math.Log(Lengths) : double.NaN;
}
