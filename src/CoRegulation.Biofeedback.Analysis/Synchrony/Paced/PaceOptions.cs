namespace CoRegulation.Biofeedback.Analysis.Synchrony.Paced;

/// <summary>When two people count as breathing at one slow pace although no pacer is noted; every default has its reason.</summary>
public sealed record PaceOptions
{
    /// <summary>Slowest such pace, Hz. Default 0.08: five breaths a minute; the paces of heart-rate variability biofeedback are 4.5 to 6.5
    /// (Lehrer and Gevirtz 2014, Front. Psychol. 5, 756), nearly always 5 to 6.5.</summary>
    public double FromHz { get; init => field = Checked.Within(value, 0.05, 0.12, nameof(FromHz)); } = 0.08;

    /// <summary>Fastest such pace, Hz. Default 0.12: seven breaths a minute, slower than anybody breathes at rest without a reason.</summary>
    public double ToHz { get; init => field = Checked.Within(value, 0.08, 0.2, nameof(ToHz)); } = 0.12;

    /// <summary>Most that the two may differ by, Hz. Default 0.01: a pacer of one and of the other would be told apart.</summary>
    public double WithinHz { get; init => field = Checked.Within(value, 0.001, 0.05, nameof(WithinHz)); } = 0.01;

    /// <summary>Most that each may waver, SD in Hz. Default 0.01: unpaced breathing wavers by about 0.03.</summary>
    public double SdHz { get; init => field = Checked.Within(value, 0.001, 0.05, nameof(SdHz)); } = 0.01;

    /// <summary>How long it must last, s. Default 60: as long as the window that breathing is read from.</summary>
    public double ForS { get; init => field = Checked.Within(value, 30, 600, nameof(ForS)); } = 60;

    /// <summary>Share of the time that may be paced before a whole session is without a verdict. Default 0.1: cut out, that little neither makes nor
    /// hides anything.</summary>
    public double MostShare { get; init => field = Checked.Within(value, 0, 1, nameof(MostShare)); } = 0.1;

    /// <summary>Least time with both people that must remain, s. Default 300: what a verdict over a whole session is worth something from.</summary>
    public double LeastS { get; init => field = Checked.Within(value, 30, 86_400, nameof(LeastS)); } = 300;
}
