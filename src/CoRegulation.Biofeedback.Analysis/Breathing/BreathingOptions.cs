namespace CoRegulation.Biofeedback.Analysis.Breathing;

/// <summary>How breathing is read from beats; every default has its reason.</summary>
public sealed record BreathingOptions
{
    /// <summary>Window, s. Default 60: holds four breaths of the slowest that is looked for; in Schäfer and Kratky (2008, Ann. Biomed. Eng.
    /// 36(3), 476, doi:10.1007/s10439-007-9428-1) the arrhythmia gave the mean rate well from series longer than a minute.</summary>
    public double WindowS { get; init => field = Checked.Within(value, 30, BreathingEstimator.LongestS, nameof(WindowS)); } = 60;

    /// <summary>Beats without a gap that the window must hold, s. Default 30: three breaths at six a minute.</summary>
    public double MinimumS { get; init => field = Checked.Within(value, 15, BreathingEstimator.LongestS, nameof(MinimumS)); } = 30;

    /// <summary>From one reading to the next, s. Default 5: a twelfth of the window is new then, and a session of an hour is read in a fraction
    /// of a second.</summary>
    public double RenewEveryS { get; init => field = Checked.Within(value, 0.25, 60, nameof(RenewEveryS)); } = 5;

    /// <summary>Slowest breathing looked for, breaths/min. Default 4: the slowest that biofeedback asks for; slower waves are not told from drift.</summary>
    public double SlowestPerMin { get; init => field = Checked.Within(value, 3, 30, nameof(SlowestPerMin)); } = 4;

    /// <summary>Fastest breathing looked for, breaths/min. Default 30: twice an adult's at rest. Half the heart rate is a limit of its own.</summary>
    public double FastestPerMin { get; init => field = Checked.Within(value, 15, 90, nameof(FastestPerMin)); } = 30;

    /// <summary>Waves below this may be Mayer waves, breaths/min. Default 9: 0.15 Hz, where the Task Force (1996, Circulation 93(5), 1043)
    /// parts the low from the high frequencies.</summary>
    public double SlowWaveBelowPerMin { get; init => field = Checked.Within(value, 3, 12, nameof(SlowWaveBelowPerMin)); } = 9;

    /// <summary>A slow wave this large is breathing, ms. Default 100: the review of Nunan et al. (2010, Pacing Clin. Electrophysiol. 33(11), 1407)
    /// has a low-frequency power of 519 ms² at rest (SD between studies 291); two SD above it is 1,100 ms², as one wave 94 ms from crest to
    /// trough.</summary>
    public double SlowWaveRsaMs { get; init => field = Checked.Within(value, 0, 1000, nameof(SlowWaveRsaMs)); } = 100;

    /// <summary>Least arrhythmia that is shown, ms. Default 2: two steps of the 1/1024 s in which straps report intervals.</summary>
    public double MinimumRsaMs { get; init => field = Checked.Within(value, 0, 100, nameof(MinimumRsaMs)); } = 2;

    /// <summary>Below this an unreadable wave counts as too shallow and above it as too irregular, ms. Default 10, ours: what beats that scatter
    /// by 4 ms leave in the band of breathing.</summary>
    public double ShallowRsaMs { get; init => field = Checked.Within(value, 0, 100, nameof(ShallowRsaMs)); } = 10;

    /// <summary>Least quality of a reading. Default 0.25, ours: what noise alone seldom reaches (docs/methods/breathing.md, no arrhythmia at all).</summary>
    public double MinimumQuality { get; init => field = Checked.Within(value, 0.01, 1, nameof(MinimumQuality)); } = 0.25;

    /// <summary>Most beats that may be corrected, as a share of the window. Default 0.10, ours: an interpolated beat flattens the very wave that
    /// is looked for, and half a breath of them hides one.</summary>
    public double MaxCorrectedShare { get; init => field = Checked.Within(value, 0, 1, nameof(MaxCorrectedShare)); } = 0.10;

    /// <summary>Options for a person's age: children breathe faster.</summary>
    /// <param name="ageYears">Age, years, from 0; 18 and above gives the defaults.</param>
    /// <returns>The fastest is the 99th centile of healthy children at rest (Fleming et al. 2011, Lancet 377, 1011,
    /// doi:10.1016/S0140-6736(10)62226-X) and a quarter, at least 30; below six years, where nobody paces breathing, the slowest is half the
    /// 1st centile.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The age is not from 0 to 130.</exception>
    public static BreathingOptions ForAge(double ageYears)
    {
        Checked.Within(ageYears, 0, 130, nameof(ageYears));
        foreach (var (belowYears, centile1, centile99) in Centiles)
        {
            if (ageYears < belowYears)
                return new() { FastestPerMin = Math.Max(30, 1.25 * centile99), SlowestPerMin = ageYears < 6 ? centile1 / 2 : 4 };
        }

        return new();
    }

    // Breaths/min: 1st and 99th centile up to an age.
    private static readonly (double BelowYears, double Centile1, double Centile99)[] Centiles =
    [
        (0.25, 25, 66), (0.5, 24, 64), (0.75, 23, 61), (1, 22, 58), (1.5, 21, 53), (2, 19, 46), (3, 18, 38), (4, 17, 33),
        (6, 17, 29), (8, 16, 27), (12, 14, 25), (15, 12, 23), (18, 11, 22),
    ];
}
