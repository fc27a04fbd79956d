using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>Settings of distance and convergence; every default has its reason.</summary>
public sealed record ConvergenceOptions
{
    /// <summary>Span of the running median of each heart rate before their distance is taken, s. Default 10: two breaths or more, so that
    /// three fifths of a breathing wave or more are gone from the distance, while a rise is seen after five seconds; and a median shrugs
    /// off an interval that the artefact filter let pass.</summary>
    public double SmoothingS { get; init => field = Checked.OnGrid(value, 0.25, 120, nameof(SmoothingS)); } = 10;

    /// <summary>Span of the live slope, s. Default 240: over 120 s an approach of 4 bpm a minute was told from chance in a fifth of the time, over
    /// 240 s in half of it at first and in four fifths in the end; over 300 s hardly more, and later.</summary>
    public double SlopeS { get; init => field = Checked.OnGrid(value, 90, 3600, nameof(SlopeS)); } = 240;

    /// <summary>From one point of the live slope to the next, whole s. Default 10: as long as the smoothing, so that no sample is in two points.</summary>
    public int SlopePointS { get; init => field = Checked.Within(value, 1, 60, nameof(SlopePointS)); } = 10;

    /// <summary>Distance that the live slope's span must hold, s. Default 90: nine points; the order of fewer can say nothing
    /// that chance would not say as well.</summary>
    public double SlopeMinS { get; init => field = Checked.OnGrid(value, 5, 3600, nameof(SlopeMinS)); } = 90;

    /// <summary>Change over the span, bpm, below which neither a distance counts as nearing or parting nor a heart rate as settling or rising.
    /// Default 3: twice the least spread of a baseline; a smaller one can be certain, and still nobody would see it.</summary>
    public double LeastChangeBpm { get; init => field = Checked.Within(value, 0.1, 100, nameof(LeastChangeBpm)); } = 3;

    /// <summary>Least correlation that is assumed between neighbouring points about a trend. Default 0.5: that of medians of 10 s of resting hearts
    /// (0.4 to 0.6 over ten minutes); fewer points than those of a whole session cannot tell it. Without it the word of the last minutes would
    /// be chance in 4 to 7 % of the time instead of 1 to 5 %, and find an approach of 4 bpm a minute in a third of the time instead of half.</summary>
    public double LeastAutocorrelation { get; init => field = Checked.Within(value, 0, 0.95, nameof(LeastAutocorrelation)); } = 0.5;

    /// <summary>Length of the first and the last stretch whose median distances are compared, s. Default 60: a minute levels out breathing and
    /// the 0.1 Hz rhythm.</summary>
    public double EndsS { get; init => field = Checked.OnGrid(value, 5, 3600, nameof(EndsS)); } = 60;

    /// <summary>Samples of the running median.</summary>
    internal int SmoothingSamples => (int)(SmoothingS * HeartRateGrid.SamplesPerSecond);
}
