namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>A measure in a stream: its value, or why there is none, and when that was so.</summary>
/// <param name="Value">The value over the measure's window up to <paramref name="TimeS"/>.</param>
/// <param name="TimeS">Time of the newest beat that is in it, s since session start; NaN before the first.</param>
public readonly record struct HrvReading(HrvValue Value, double TimeS);
