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

    /// <summary>Window of all other measures, s. Default 300: the standard short recording (Task Force of ESC and NASPE 1996, Circulation
    /// 93(5), 1043); SDNN grows with length, so only equal lengths compare.</summary>
    public double LongWindowS { get; init => field = Checked.Within(value, 30, 3600, nameof(LongWindowS)); } = 300;

    /// <summary>NN that measures of overall variability (SDNN and its kin) need, s. Default 120: from there on SDNN agrees with that of four to
    /// five minutes (Munoz et al. 2015: r = 0.956, Cohen's d 0.14).</summary>
    public double LongMinimumS { get; init => field = Checked.Within(value, 10, 3600, nameof(LongMinimumS)); } = 120;

    /// <summary>Stretch without a break for the power of high frequency, s. Default 60: about ten periods of its slowest wave (Task Force
    /// 1996).</summary>
    public double HfMinimumS { get; init => field = Checked.Within(value, 10, 3600, nameof(HfMinimumS)); } = 60;

    /// <summary>Stretch without a break for the power of low frequency and what is compared with it, s. Default 120 (Task Force 1996). To agree
    /// with longer windows it takes four minutes (Bourdillon et al. 2017, Front. Neurosci. 11, 456, doi:10.3389/fnins.2017.00456).</summary>
    public double LfMinimumS { get; init => field = Checked.Within(value, 10, 3600, nameof(LfMinimumS)); } = 120;

    /// <summary>Stretch without a break for the power of very low frequency and the total, s. Default 295: five minutes, one period of its
    /// slowest wave and the standard short recording, less the beats that a window of 300 s cuts at its ends.</summary>
    public double VlfMinimumS { get; init => field = Checked.Within(value, 60, 86_400, nameof(VlfMinimumS)); } = 295;

    /// <summary>Stretch without a break for the coherence, s. Default 65: its window of 64 s and the interval before its first beat.</summary>
    public double CoherenceMinimumS { get; init => field = Checked.Within(value, 64, 3600, nameof(CoherenceMinimumS)); } = 65;

    /// <summary>NN for triangular index and TINN, s. Default 1200: a histogram of 1/128 s wants at least 20 minutes (Task Force 1996). Live windows
    /// are shorter, so these are for phases and recordings.</summary>
    public double GeometricMinimumS { get; init => field = Checked.Within(value, 60, 86_400, nameof(GeometricMinimumS)); } = 1200;

    /// <summary>Most intervals for Lomb's spectrum. Default 5000, an hour or more: it reads all beats at each frequency. Longer recordings have
    /// Welch's.</summary>
    public int LombMaxIntervals { get; init => field = Checked.Within(value, 100, 1_000_000, nameof(LombMaxIntervals)); } = 5000;

    /// <summary>Fewest intervals for the entropies. Default 200: with fewer they hang on the number of intervals and on r (Yentes et al. 2013,
    /// Ann. Biomed. Eng. 41(2), 349).</summary>
    public int EntropyMinIntervals { get; init => field = Checked.Within(value, 10, 100_000, nameof(EntropyMinIntervals)); } = 200;

    /// <summary>Most intervals for sample entropy. Default 100,000, more than a day: its time grows with the square.</summary>
    public int SampleEntropyMaxIntervals { get; init => field = Checked.Within(value, 1000, 1_000_000, nameof(SampleEntropyMaxIntervals)); } = 100_000;

    /// <summary>Most intervals for approximate entropy. Default 5000, an hour or more: it is made for short series (Pincus 1991), and its
    /// bias lets only equal lengths compare. Longer recordings have sample entropy.</summary>
    public int ApproximateEntropyMaxIntervals { get; init => field = Checked.Within(value, 1000, 1_000_000, nameof(ApproximateEntropyMaxIntervals)); } = 5000;

    /// <summary>Fewest intervals for the short-term exponent of DFA. Default 160, ours: ten of its longest windows, 16 intervals (Peng et al.
    /// 1995, Chaos 5(1), 82, doi:10.1063/1.166141). To be stable it takes a thousand or more (Chou et al. 2021, Sensors 21(18), 6286,
    /// doi:10.3390/s21186286).</summary>
    public int DfaShortMinIntervals { get; init => field = Checked.Within(value, 16, 100_000, nameof(DfaShortMinIntervals)); } = 160;

    /// <summary>Fewest intervals for the long-term exponent of DFA. Default 256, ours: four of its longest windows, 64 intervals, so that five
    /// minutes have one; it scatters widely there.</summary>
    public int DfaLongMinIntervals { get; init => field = Checked.Within(value, 128, 100_000, nameof(DfaLongMinIntervals)); } = 256;

    /// <summary>Largest share of corrected beats for the measures of the time domain. Default 0.20, ours: what is put in should not decide the
    /// result. Deleting or interpolating 30 % to 50 % of five minutes left SDNN within 5 % (Salo, Huikuri and Seppänen 2001, Ann.
    /// Noninvasive Electrocardiol. 6(1), 5), removing 36 % of the intervals RMSSD and SDNN without a meaningful change (Sheridan et al.
    /// 2020, Psychiatry Investig. 17(9), 960, doi:10.30773/pi.2020.0168); but artefacts that are not told rise with those that are.</summary>
    public double MaxCorrectedShare { get; init => field = Checked.Within(value, 0, 1, nameof(MaxCorrectedShare)); } = 0.20;

    /// <summary>Largest share of corrected beats for spectra, coherence and measures of complexity. Default 0.05, as is common: editing changes
    /// powers far more than SDNN, and each method differently (Salo et al. 2001; Peltola 2012, Front. Physiol. 3, 148,
    /// doi:10.3389/fphys.2012.00148); Sheridan et al. (2020) found HF changed by any interval that was removed, and 4 % of premature
    /// beats take a quarter of the DFA exponent of healthy hearts (Peltola et al. 2004, Ann. Noninvasive Electrocardiol. 9(2), 127,
    /// doi:10.1111/j.1542-474X.2004.92531.x).</summary>
    public double MaxCorrectedShareOfSpectra { get; init => field = Checked.Within(value, 0, 1, nameof(MaxCorrectedShareOfSpectra)); } = 0.05;

    /// <summary>Share of corrected beats above which those same measures come with a caution. Default 0.02, ours: their error grows with every
    /// beat that is corrected, so a value on its way to the limit should be known as one.</summary>
    public double CautionCorrectedShare { get; init => field = Checked.Within(value, 0, 1, nameof(CautionCorrectedShare)); } = 0.02;

    /// <summary>Age of the person, years. Default 30, which stands for all adults: it moves the band of high frequency and the range in which
    /// breathing is looked for, since children breathe faster.</summary>
    public double AgeYears { get; init => field = Checked.Within(value, 0, 120, nameof(AgeYears)); } = 30;

    /// <summary>From one renewal of a stream's spectra and other measures beyond the time domain to the next, s. Default 5: a sixtieth of their
    /// window, in which they hardly move, and rare enough that their cost (about a millisecond) vanishes beside the beats.</summary>
    public double RenewEveryS { get; init => field = Checked.Within(value, 1, 3600, nameof(RenewEveryS)); } = 5;

    /// <summary>From one row of a session's table to the next, s. Default 60: the short windows stand side by side.</summary>
    public double RowStepS { get; init => field = Checked.Within(value, 1, 3600, nameof(RowStepS)); } = 60;
}
