namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>Settings of the spectrum over time; every default has its reason.</summary>
public sealed record TimeVaryingOptions
{
    /// <summary>Length of a window, s; a multiple of 0.25 s. Default 120: LF needs about two minutes and HF one (Task Force of ESC and NASPE
    /// 1996, Circulation 93(5), 1043), so a shorter window would follow HF faster and no longer know LF. VLF would need ten minutes
    /// and is not given.</summary>
    public double WindowS { get; init => field = Checked.OnGrid(value, 16, 600, nameof(WindowS)); } = 120;

    /// <summary>From window to window, s; a multiple of 0.25 s. Default 5, ours: finer than anything a Hann window of two minutes can tell apart
    /// (about half of its weight lies in its middle 30 s), so that the picture changes smoothly, and a column now and then is cheap.</summary>
    public double StepS { get; init => field = Checked.OnGrid(value, 0.25, 600, nameof(StepS)); } = 5;

    /// <summary>Highest frequency kept, Hz; powers are taken before. Default 0.5: a little beyond HF of adults. For children that of
    /// <see cref="SpectralBands.ForAge"/> and a little more.</summary>
    public double MaxFrequencyHz { get; init => field = Checked.Within(value, 0.1, 2, nameof(MaxFrequencyHz)); } = 0.5;
}
