namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>A band of frequencies, the lower edge included and the upper one not, so that neighbours share nothing.</summary>
/// <param name="FromHz">Lower edge, Hz.</param>
/// <param name="ToHz">Upper edge, Hz.</param>
public readonly record struct FrequencyBand(double FromHz, double ToHz)
{
    /// <summary>0.04 to 0.15 Hz: the 0.1 Hz rhythm (Task Force of ESC and NASPE 1996, Circulation 93(5), 1043).</summary>
    public static FrequencyBand Lf => new(0.04, 0.15);

    /// <summary>0.15 to 0.4 Hz: breathing at rest (the same).</summary>
    public static FrequencyBand Hf => new(0.15, 0.4);

    /// <summary>Whether a frequency lies in the band.</summary>
    /// <param name="hz">Frequency, Hz.</param>
    public bool Contains(double hz) => hz >= FromHz && hz < ToHz;
}
