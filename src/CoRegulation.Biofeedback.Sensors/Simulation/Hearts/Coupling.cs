namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>What two hearts share.</summary>
/// <remarks>In its band A becomes sqrt(1-c) own(t) + sqrt(c) shared(t) and B sqrt(1-c) own(t) + sqrt(c) shared(t-L),
/// so that the true correlation inside the band is c at lag L.</remarks>
public sealed record Coupling
{
    /// <summary>The largest lag either way, s.</summary>
    public const double LargestLagS = 20;

    /// <summary>The part that is shared.</summary>
    public CouplingBand Band { get; init; }

    /// <summary>Strength c: the true correlation inside the band, 0 to 1. Default 0.6.</summary>
    public double Strength { get; init => field = Check.In(value, 0, 1, nameof(Strength)); } = 0.6;

    /// <summary>Lag L, s, -20 to 20; positive when B follows A. Default 0.</summary>
    public double LagS { get; init => field = Check.In(value, -LargestLagS, LargestLagS, nameof(LagS)); }

    /// <summary>When it begins, s since session start; it comes over 10 s. Default 0: from the start, at once.</summary>
    public double StartS { get; init => field = Check.NotNegative(value, nameof(StartS)); }

    /// <summary>Mean rate of a shared breathing wave, Hz. Default 0.2 to 0.28.</summary>
    public Between BreathingHz { get; init => field = Check.In(value, 0.08, 0.5, nameof(BreathingHz)); } = new(0.2, 0.28);

    internal double StrengthAt(double timeS) => StartS == 0 ? Strength : Strength * Math.Clamp((timeS - StartS) / 10, 0, 1);
}
