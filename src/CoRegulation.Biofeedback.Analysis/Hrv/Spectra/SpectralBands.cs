namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>Edges of the bands of heart-rate variability, Hz. A band holds the frequencies from its lower edge up to, but not including, its
/// upper one. The defaults are those of adults (Task Force of ESC and NASPE 1996, Circulation 93(5), 1043).</summary>
public sealed record SpectralBands
{
    /// <summary>Lower edge of VLF, Hz. Default 0.0033: five minutes hold one period of it.</summary>
    public double VlfFromHz { get; init => field = Checked.Within(value, 0, 0.02, nameof(VlfFromHz)); } = 0.0033;

    /// <summary>Upper edge of VLF and lower edge of LF, Hz. Default 0.04.</summary>
    public double LfFromHz { get; init => field = Checked.Within(value, 0.02, 0.1, nameof(LfFromHz)); } = 0.04;

    /// <summary>Upper edge of LF and lower edge of HF, Hz. Default 0.15: nine breaths a minute.</summary>
    public double HfFromHz { get; init => field = Checked.Within(value, 0.1, 0.4, nameof(HfFromHz)); } = 0.15;

    /// <summary>Upper edge of HF, Hz. Default 0.40: 24 breaths a minute.</summary>
    public double HfToHz { get; init => field = Checked.Within(value, 0.4, 2, nameof(HfToHz)); } = 0.40;

    /// <summary>The bands for an age: where HF lies follows how fast people of that age breathe.</summary>
    /// <param name="years">Age in years, from 0 to 120.</param>
    /// <returns>HF 0.30 to 1.30 Hz in the first month, 0.24 to 1.04 Hz up to 6 years, 0.20 to 0.50 Hz from 6 to 12 years, then that of adults; LF ends
    /// where HF begins.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The age is not within 0 to 120.</exception>
    /// <remarks>Breathing slows from a median of 44 a minute (0.73 Hz) at birth to 26 (0.43 Hz) at two years, above the adults' upper edge of 0.40 Hz
    /// (Fleming et al. 2011, Lancet 377, 1011, doi:10.1016/S0140-6736(10)62226-X); adults' bands applied to children misjudge vagal
    /// variability at rest and its changes (Shader et al. 2018, Dev. Psychopathol. 30(1), 351). The two bands of small children are those that
    /// Porges recommends, as MindWare's knowledge base (KB0015) reports. The one from 6 to 12 years is ours: nine in ten children
    /// of that age breathe 16 to 25 times a minute (0.27 to 0.42 Hz; the same source), with a margin. A breath that is measured is better than
    /// any age.</remarks>
    public static SpectralBands ForAge(double years) => Checked.Within(years, 0, 120, nameof(years)) switch
    {
        < 1.0 / 12 => new() { HfFromHz = 0.30, HfToHz = 1.30 },
        < 6 => new() { HfFromHz = 0.24, HfToHz = 1.04 },
        < 12 => new() { HfFromHz = 0.20, HfToHz = 0.50 },
        _ => new(),
    };
}
