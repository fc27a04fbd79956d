namespace CoRegulation.Biofeedback.Analysis.HeartRates;

/// <summary>How heart rate is shown and put on the grid; every default has its reason.</summary>
public sealed record HeartRateOptions
{
    /// <summary>Span of the heart rate shown, s. Default 10: two breaths or more, so that the number does not swing with breathing, and
    /// short enough to follow a rise within seconds.</summary>
    public double ShownWindowS { get; init => field = Checked.Within(value, 1, 60, nameof(ShownWindowS)); } = 10;

    /// <summary>Fewest NN intervals in that span. Default 3: one wrong interval cannot be half of the number.</summary>
    public int ShownMinIntervals { get; init => field = Checked.Within(value, 1, 100, nameof(ShownMinIntervals)); } = 3;

    /// <summary>Age of the newest beat, s, from which on its person's readings are stale. Default 5: straps report about once a second and
    /// radio trouble of a few seconds is common; beyond five seconds a number is about the past.</summary>
    public double StaleAfterS { get; init => field = Checked.Within(value, 1, 60, nameof(StaleAfterS)); } = 5;

    /// <summary>Longest time between two normal beats that is bridged by interpolation, s. Default 3: one missed beat at 40 bpm; over more
    /// the heart rate may have gone anywhere.</summary>
    public double MaxBridgeS { get; init => field = Checked.Within(value, 0.25, 10, nameof(MaxBridgeS)); } = 3;

    /// <summary>Time that the grid remembers, s. Default 600: how far one person's beats may be behind the other's before the pair takes
    /// the older samples as missing.</summary>
    public double KeptS { get; init => field = Checked.OnGrid(value, 60, 7200, nameof(KeptS)); } = 600;
}
