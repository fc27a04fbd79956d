using CoRegulation.Biofeedback.Analysis.HeartRates;

namespace CoRegulation.Biofeedback.Analysis.Convergence;

/// <summary>Settings of distance and convergence; every default has its reason.</summary>
public sealed record ConvergenceOptions
{
    /// <summary>Span of the running median of each heart rate before their distance is taken, s. Default 10: two breaths or more, so that
    /// three fifths of a breathing wave or more are gone from the distance, while a rise is seen after five seconds; and a median shrugs
    /// off an interval that the artefact filter let pass.</summary>
    public double SmoothingS { get; init => field = Checked.OnGrid(value, 0.25, 120, nameof(SmoothingS)); } = 10;

    /// <summary>Span of the slope, s. Default 120: settling takes minutes (time constants of 40 to 90 s); over less the slow waves of one
    /// heart look like a trend.</summary>
    public double SlopeS { get; init => field = Checked.OnGrid(value, 20, 3600, nameof(SlopeS)); } = 120;

    /// <summary>From one point of the slope to the next, whole s. Default 4: finer than the smoothing, so that nothing is lost, and few enough
    /// points that all pairs can be compared every second.</summary>
    public int SlopePointS { get; init => field = Checked.Within(value, 1, 60, nameof(SlopePointS)); } = 4;

    /// <summary>Distance that the slope's span must hold, s. Default 60: half of it.</summary>
    public double SlopeMinS { get; init => field = Checked.OnGrid(value, 5, 3600, nameof(SlopeMinS)); } = 60;

    /// <summary>Slope from which on the distance counts as nearing or parting, bpm per minute either way. Default 3: two unrelated resting
    /// hearts of 200 simulated pairs were called so for 16 % of the time when their levels were close and for 43 % when they
    /// were 15 bpm apart (with 1: 60 % and 80 %); two that came 4 bpm nearer every minute were called so 73 % of the time.</summary>
    public double EnterBpmPerMin { get; init => field = Checked.Within(value, 0.01, 100, nameof(EnterBpmPerMin)); } = 3;

    /// <summary>Slope below which it stops counting so, bpm per minute either way. Default 1.5: half of the other, so that the word does not
    /// flicker.</summary>
    public double LeaveBpmPerMin { get; init => field = Checked.Within(value, 0, 100, nameof(LeaveBpmPerMin)); } = 1.5;

    /// <summary>Length of the first and the last stretch whose median distances are compared, s. Default 60: a minute levels out breathing and
    /// the 0.1 Hz rhythm.</summary>
    public double EndsS { get; init => field = Checked.OnGrid(value, 5, 3600, nameof(EndsS)); } = 60;

    /// <summary>Samples of the running median.</summary>
    internal int SmoothingSamples => (int)(SmoothingS * HeartRateGrid.SamplesPerSecond);
}
