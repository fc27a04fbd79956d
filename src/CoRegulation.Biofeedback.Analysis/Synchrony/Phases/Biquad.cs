namespace CoRegulation.Biofeedback.Analysis.Synchrony.Phases;

/// <summary>A recursive filter of second order, H(z) = (B0 + B1 z⁻¹ + B2 z⁻²) / (1 + A1 z⁻¹ + A2 z⁻²), in its transposed direct form II.</summary>
internal readonly record struct Biquad(double B0, double B1, double B2, double A1, double A2)
{
    /// <summary>Output for a constant input of 1, once it has settled.</summary>
    public double SettledGain => (B0 + B1 + B2) / (1 + A1 + A2);

    /// <summary>Filters in place, from the state that a constant input would have left.</summary>
    /// <param name="x">Samples.</param>
    /// <param name="before">That input.</param>
    public void Filter(Span<double> x, double before)
    {
        var after = before * SettledGain;
        var second = (B2 * before) - (A2 * after);
        var first = (B1 * before) - (A1 * after) + second;
        for (var i = 0; i < x.Length; i++)
        {
            var y = (B0 * x[i]) + first;
            first = (B1 * x[i]) - (A1 * y) + second;
            second = (B2 * x[i]) - (A2 * y);
            x[i] = y;
        }
    }
}
