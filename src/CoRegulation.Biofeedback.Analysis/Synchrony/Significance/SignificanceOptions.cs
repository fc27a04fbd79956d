namespace CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

/// <summary>Settings of the test whether two people move together beyond chance; every default has its reason.</summary>
public sealed record SignificanceOptions
{
    /// <summary>How the copies of B are made. Default: random phases, which keep the level on simulated and on real strangers.</summary>
    public NullModel Null
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Null), value, "There is no such null model.");
    }

    /// <summary>Copies of B. Default 999: p then comes in steps of 0.001.</summary>
    public int Surrogates { get; init => field = Checked.Within(value, 19, 100_000, nameof(Surrogates)); } = 999;

    /// <summary>Seed of the copies, 0 to 2,000,000,000; the same seed gives the same bits. Default 1.</summary>
    public int Seed { get; init => field = Checked.Within(value, 0, 2_000_000_000, nameof(Seed)); } = 1;

    /// <summary>p at or below which a pair counts as beyond chance. Default 0.05: one pair of strangers in twenty.</summary>
    public double Level { get; init => field = Checked.Within(value, 0.0001, 0.5, nameof(Level)); } = 0.05;

    /// <summary>Least time with both people, s. Default 150: of slow drift that is seven waves; less can show only the strongest coupling.</summary>
    public double LeastS { get; init => field = Checked.OnGrid(value, 30, 86_400, nameof(LeastS)); } = 150;

    /// <summary>Share of the time that both must be there. Default 0.5: beyond that the gaps say more than the hearts.</summary>
    public double LeastShare { get; init => field = Checked.Within(value, 0, 1, nameof(LeastShare)); } = 0.5;

    /// <summary>Largest lag of slow co-movement either way, s. Default 5: half a cycle of the 0.1 Hz wave; beyond it a lag reads as a lead.</summary>
    public double SlowMaxLagS { get; init => field = Checked.OnGrid(value, 0.25, 60, nameof(SlowMaxLagS)); } = 5;

    /// <summary>Largest lag of breathing either way, s. Default 2.5: about half a breath; a lag is known only modulo one breath.</summary>
    public double BreathingMaxLagS { get; init => field = Checked.OnGrid(value, 0.25, 60, nameof(BreathingMaxLagS)); } = 2.5;

    /// <summary>Lower edge of the drift, Hz. Default 0.005: waves of 200 s, of which the shortest session holds hardly one.</summary>
    public double DriftFromHz { get; init => field = Checked.Within(value, 0.001, 0.04, nameof(DriftFromHz)); } = 0.005;

    /// <summary>Upper edge of the drift, Hz. Default 0.05: where the wave of blood pressure begins.</summary>
    public double DriftToHz { get; init => field = Checked.Within(value, 0.041, 0.06, nameof(DriftToHz)); } = 0.05;

    /// <summary>Lower edge of the 0.1 Hz wave, Hz. Default 0.06: the wave lies at 0.07 to 0.13 Hz, and the drift's edge is not to be in it.</summary>
    public double MayerFromHz { get; init => field = Checked.Within(value, 0.06, 0.1, nameof(MayerFromHz)); } = 0.06;

    /// <summary>Where the 0.1 Hz wave ends and breathing begins, Hz. Default 0.15 (Task Force of ESC and NASPE 1996, Circulation 93(5), 1043).</summary>
    public double BreathingFromHz { get; init => field = Checked.Within(value, 0.11, 0.3, nameof(BreathingFromHz)); } = 0.15;

    /// <summary>Upper edge of breathing, Hz. Default 0.5: 30 breaths a minute.</summary>
    public double BreathingToHz { get; init => field = Checked.Within(value, 0.31, 1, nameof(BreathingToHz)); } = 0.5;

    /// <summary>Share of the level that the drift has in the joint test. Default 0.8: ten minutes hold 27 of its waves, hundreds of the others',
    /// so it needs the share; shared breathing is found with a small one.</summary>
    public double DriftWeight { get; init => field = Checked.Within(value, 0.001, 1, nameof(DriftWeight)); } = 0.8;

    /// <summary>Share of the level that the 0.1 Hz wave has. Default 0.05.</summary>
    public double MayerWeight { get; init => field = Checked.Within(value, 0.001, 1, nameof(MayerWeight)); } = 0.05;

    /// <summary>Share of the level that breathing has. Default 0.15.</summary>
    public double BreathingWeight { get; init => field = Checked.Within(value, 0.001, 1, nameof(BreathingWeight)); } = 0.15;

    /// <summary>The bands that are tested together.</summary>
    internal TestBand[] Bands() =>
    [
        new(SynchronyBand.Slow, new(DriftFromHz, DriftToHz), SlowMaxLagS, SmoothingHz: 0.008, DriftWeight),
        new(SynchronyBand.Slow, new(MayerFromHz, BreathingFromHz), SlowMaxLagS, SmoothingHz: 0.06, MayerWeight),
        new(SynchronyBand.Breathing, new(BreathingFromHz, BreathingToHz), BreathingMaxLagS, SmoothingHz: 0.02, BreathingWeight),
    ];
}
