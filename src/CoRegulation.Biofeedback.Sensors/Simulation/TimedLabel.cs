namespace CoRegulation.Biofeedback.Sensors.Simulation;

/// <summary>A phase or a marker of a scenario.</summary>
/// <param name="TimeS">When it begins or is set, s since session start.</param>
/// <param name="Label">Its text.</param>
public sealed record TimedLabel(double TimeS, string Label)
{
    /// <summary>When it begins or is set, s since session start.</summary>
    public double TimeS { get; init => field = Check.NotNegative(value, nameof(TimeS)); } = TimeS;

    /// <summary>Its text.</summary>
    public string Label { get; init => field = Check.Text(value, nameof(Label)); } = Label;
}
