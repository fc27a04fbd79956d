namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>Settings of the beat clock; every default has its reason.</summary>
public sealed record BeatClockOptions
{
    /// <summary>Largest drift of a strap's clock against the host's, parts per million. Default 200: twice what a cheap crystal drifts.</summary>
    public double MaxDriftPpm { get; init => field = Positive(value, nameof(MaxDriftPpm)); } = 200;

    private static double Positive(double value, string name) =>
        double.IsFinite(value) && value > 0 ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be a number above 0.");
}
