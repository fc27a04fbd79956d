namespace CoRegulation.Biofeedback.Analysis.Synchrony.Recurrence;

/// <summary>What the cross-recurrence plot of two series holds.</summary>
/// <param name="States">States of each person; the plot has their square.</param>
/// <param name="Points">Recurrent points.</param>
/// <param name="Diagonal">Lines along which both go through the same states, at any delay between them.</param>
/// <param name="Vertical">Lines along which B stays near one state of A's.</param>
public readonly record struct RecurrenceResult(int States, long Points, LineStatistics Diagonal, LineStatistics Vertical)
{
    /// <summary>Recurrence rate: percentage of the plot that recurs.</summary>
    public double RatePercent => 100.0 * Points / ((double)States * States);

    /// <summary>Determinism: percentage of the recurrent points on diagonal lines; NaN when none recurs.</summary>
    public double DeterminismPercent => 100.0 * Diagonal.Points / Points;

    /// <summary>Laminarity: percentage of the recurrent points on vertical lines; NaN when none recurs.</summary>
    public double LaminarityPercent => 100.0 * Vertical.Points / Points;
}
