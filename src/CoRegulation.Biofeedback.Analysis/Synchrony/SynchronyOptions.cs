using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Synchrony;

/// <summary>Settings of the windowed lagged correlation; every default has its reason.</summary>
public sealed record SynchronyOptions
{
    /// <summary>Window, s. Default 30: three cycles of the 0.1 Hz rhythm, and it serves slow drift and shared breathing alike; longer windows
    /// favour the one, shorter ones the other.</summary>
    public double WindowS { get; init => field = Checked.OnGrid(value, 5, 600, nameof(WindowS)); } = 30;

    /// <summary>From one window to the next, s. Default 5: six windows over each stretch, so that a change is seen within seconds; neighbours
    /// share most of their samples and are not independent.</summary>
    public double StepS { get; init => field = Checked.OnGrid(value, 0.25, 600, nameof(StepS)); } = 5;

    /// <summary>Largest lag either way, s. Default 5: half a cycle of the 0.1 Hz rhythm; beyond it a lag reads as a lead.</summary>
    public double MaxLagS { get; init => field = Checked.OnGrid(value, 0, 60, nameof(MaxLagS)); } = 5;

    /// <summary>From one lag to the next, s. Default 0.25: the step of the grid. Lags are its multiples up to <see cref="MaxLagS"/>.</summary>
    public double LagStepS { get; init => field = Checked.OnGrid(value, 0.25, 60, nameof(LagStepS)); } = 0.25;

    /// <summary>Windows that count for the peak are those that end within this time before the newest end, s. Default 120: four windows side by
    /// side; the mean over fewer says little about two people.</summary>
    public double RecentS { get; init => field = Checked.OnGrid(value, 5, 3600, nameof(RecentS)); } = 120;

    /// <summary>Fewest windows with a value at every lag before there is a peak. Default 3: a first look after 45 s; one window's correlation
    /// of two slow series is chance.</summary>
    public int MinWindows { get; init => field = Checked.Within(value, 1, 1000, nameof(MinWindows)); } = 3;

    /// <summary>Share of the recent windows that must have a value, at every lag. Default 0.5: a mean over less would speak of another time than it
    /// says.</summary>
    public double MinValidShare { get; init => field = Checked.Within(value, 0, 1, nameof(MinValidShare)); } = 0.5;

    /// <summary>Correlations are limited to plus or minus this before Fisher's z. Default 0.9999 (z = 4.95): one window that fits all but
    /// perfectly must not outweigh all others.</summary>
    public double MaxR { get; init => field = Checked.Within(value, 0.5, 0.999999, nameof(MaxR)); } = 0.9999;

    /// <summary>The lags of a window, s, ascending; the middle is 0, and to its right B follows A.</summary>
    public ImmutableArray<double> AllLagsS() => [.. Enumerable.Range(0, (2 * LagsPerSide) + 1).Select(place => (place - LagsPerSide) * LagStepS)];

    /// <summary>Fewest samples that hold a window at all its lags.</summary>
    public int LeastSamples() => SpanSamples;

    /// <summary>Samples of a window.</summary>
    internal int WindowSamples => Samples(WindowS);

    /// <summary>Samples from one window to the next.</summary>
    internal int StepSamples => Samples(StepS);

    /// <summary>Samples from one lag to the next.</summary>
    internal int LagStepSamples => Samples(LagStepS);

    /// <summary>Lags to either side of 0.</summary>
    internal int LagsPerSide => Samples(MaxLagS) / LagStepSamples;

    /// <summary>Samples of A and B that a window needs: itself and the largest lag.</summary>
    internal int SpanSamples => WindowSamples + (LagsPerSide * LagStepSamples);

    /// <summary>Windows that are recent.</summary>
    internal int RecentWindows => Math.Max(1, Samples(RecentS) / StepSamples);

    private static int Samples(double seconds) => (int)(seconds * HeartRateGrid.SamplesPerSecond);
}
