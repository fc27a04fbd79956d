namespace CoRegulation.Biofeedback.Analysis.Breathing;

/// <summary>What three estimators find in one band of a tachogram.</summary>
/// <param name="PeakHz">Where the spectrum of the band is highest.</param>
/// <param name="CountHz">Waves counted, by zero crossings: the rate itself.</param>
/// <param name="RepeatHz">One over the lag at which the wave repeats itself best.</param>
/// <param name="Repeat">How well it does: the correlation at that lag, 1 for a perfect wave.</param>
/// <param name="Unevenness">SD of the wave lengths over their mean.</param>
/// <param name="Clearness">Height of the peak over the median of the spectrum.</param>
/// <param name="SizeMs">Mean over the waves of crest less trough, ms.</param>
/// <param name="Waves">Whole waves counted.</param>
/// <param name="Power">Power in the band, any unit.</param>
internal readonly record struct Wave(
    double PeakHz, double CountHz, double RepeatHz, double Repeat, double Unevenness, double Clearness, double SizeMs, int Waves, double Power)
{
    /// <summary>From 0 to 1: the worst of evenness, clearness, repetition and agreement of counting with the others; 0 without waves.</summary>
    /// <remarks>The limits are ours. Noise in the band of a wave repeats itself with a correlation of 0.44 (nine in ten below 0.55), is uneven by
    /// 0.22 and clear by 5; what is read right is seldom below 0.65, above 0.15 and below 8.</remarks>
    public double Quality => Waves < 2 ? 0 : Math.Min(
        Math.Min(Share(Repeat, 0.5, 0.85), Share(Unevenness, 0.3, 0)),
        Math.Min(
            Share(Math.Log(Clearness), Math.Log(4), Math.Log(64)),
            Math.Min(Share(Math.Abs(CountHz - RepeatHz) / CountHz, 0.3, 0), Share(Math.Abs(CountHz - PeakHz) / CountHz, 0.4, 0.2))));

    /// <summary>Whether this is the second or third harmonic of another wave.</summary>
    public bool IsHarmonicOf(in Wave other)
    {
        var ratio = CountHz / other.CountHz;
        return Math.Abs(ratio - 2) < 0.06 || Math.Abs(ratio - 3) < 0.09;
    }

    private static double Share(double value, double none, double all) => Math.Clamp((value - none) / (all - none), 0, 1);
}
