using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Artefacts.Published;

/// <summary>The time-varying threshold of Lipponen and Tarvainen (2019): 5.2 times the quartile deviation, half the distance between the
/// quartiles, of the sizes of a series over 91 beats with the judged one in their middle; over fewer at the ends of a segment.</summary>
/// <remarks>Quartiles are linear between neighbours (type 7), as in the implementations that are open.</remarks>
internal sealed class SpreadThreshold
{
    /// <summary>How far the threshold lies behind the newest sample.</summary>
    public const int Delay = 45;

    private const double Alpha = 5.2;

    private readonly SortedWindow _sizes = new((2 * Delay) + 1);

    /// <summary>Takes the next sample and returns the threshold at the one <see cref="Delay"/> before it.</summary>
    /// <param name="sample">The next sample; NaN where there is none.</param>
    public double Next(double sample)
    {
        _sizes.Add(Math.Abs(sample));
        return Alpha * (_sizes.Quantile(0.75) - _sizes.Quantile(0.25)) / 2;
    }

    /// <summary>Forgets all samples.</summary>
    public void Clear() => _sizes.Clear();
}
