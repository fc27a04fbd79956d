namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>Windows of heart-rate variability and when they hold enough for a number; every default has its reason.</summary>
public sealed record HrvOptions
{
    /// <summary>Window of the measures of beat-to-beat change (RMSSD, pNN50 and their kin), s. Default 60: follows a conversation by the minute,
    /// and lies between the 10 s (r = 0.85) and the 120 s (r = 0.986) whose RMSSD Munoz et al. (2015, PLoS ONE 10(9), e0138921,
    /// doi:10.1371/journal.pone.0138921) compared with that of four to five minutes.</summary>
    public double ShortWindowS { get; init => field = Checked.Within(value, 10, 3600, nameof(ShortWindowS)); } = 60;

    /// <summary>NN that the short window must hold, s. Default 30: half of it; in Munoz et al. (2015) agreement grew with length, and even 10 s
    /// gave a usable RMSSD.</summary>
    public double ShortMinimumS { get; init => field = Checked.Within(value, 5, 3600, nameof(ShortMinimumS)); } = 30;

    /// <summary>Window of the measures of overall variability (SDNN and its kin), s. Default 300: the standard short recording (Task Force of
    /// ESC and NASPE 1996, Circulation 93(5), 1043); SDNN grows with length, so only equal lengths compare.</summary>
    public double LongWindowS { get; init => field = Checked.Within(value, 30, 3600, nameof(LongWindowS)); } = 300;

    /// <summary>NN that the long window must hold, s. Default 120: from there on SDNN agrees with that of four to five minutes (Munoz et al.
    /// 2015: r = 0.956, Cohen's d 0.14).</summary>
    public double LongMinimumS { get; init => field = Checked.Within(value, 10, 3600, nameof(LongMinimumS)); } = 120;

    /// <summary>Largest share of corrected beats for the measures of the time domain. Default 0.20, ours: beyond a fifth, what is put in decides
    /// the result more than what is measured.</summary>
    public double MaxCorrectedShare { get; init => field = Checked.Within(value, 0, 1, nameof(MaxCorrectedShare)); } = 0.20;

    /// <summary>From one renewal of a stream's spectra and other measures beyond the time domain to the next, s. Default 5: a sixtieth of their
    /// window, in which they hardly move, and rare enough that their cost (about a millisecond) vanishes beside the beats.</summary>
    public double RenewEveryS { get; init => field = Checked.Within(value, 1, 3600, nameof(RenewEveryS)); } = 5;

    /// <summary>From one row of a session's table to the next, s. Default 60: the short windows stand side by side.</summary>
    public double RowStepS { get; init => field = Checked.Within(value, 1, 3600, nameof(RowStepS)); } = 60;
}
