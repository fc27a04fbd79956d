namespace CoRegulation.Biofeedback.Analysis.Baselines;

/// <summary>What counts as a person's own baseline; every default has its reason.</summary>
public sealed record BaselineOptions
{
    /// <summary>Label of the phase that is the baseline by agreement.</summary>
    public string PhaseLabel
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value)
            ? throw new ArgumentException("A phase has a label.", nameof(PhaseLabel))
            : value;
    } = "baseline";

    /// <summary>Heart rate that the phase must hold before it counts, s. Default 30: two or three waves of the 0.1 Hz rhythm.</summary>
    public double PhaseMinS { get; init => field = Checked.OnGrid(value, 1, 600, nameof(PhaseMinS)); } = 30;

    /// <summary>Heart rate of the phase that is remembered, s; of a longer phase the last part counts. Default 1800: more than any resting
    /// baseline asks for, and a bound for memory.</summary>
    public double PhaseMaxS { get; init => field = Checked.OnGrid(value, 60, 7200, nameof(PhaseMaxS)); } = 1800;

    /// <summary>Length of the calm stretch without a gap that stands in for the phase, s. Default 120: long enough that a short dip is not
    /// taken for calm, short enough to be found in a session of ten minutes.</summary>
    public double StretchS { get; init => field = Checked.OnGrid(value, 30, 600, nameof(StretchS)); } = 120;

    /// <summary>Least spread, bpm. Default 1.5: nobody's heart is so even that less would be a stable unit; without it a calm minute would
    /// make every later beat many units away.</summary>
    public double MinSpreadBpm { get; init => field = Checked.Within(value, 0.1, 20, nameof(MinSpreadBpm)); } = 1.5;
}
