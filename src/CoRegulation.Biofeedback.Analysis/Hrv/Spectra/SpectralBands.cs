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
}
