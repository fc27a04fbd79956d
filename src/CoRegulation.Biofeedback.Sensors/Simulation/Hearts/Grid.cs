namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>The grid on which heart rates are made: 20 a second, which follows breathing closely.</summary>
internal readonly record struct Grid(double StartS, int Count)
{
    public const int PerSecond = 20;

    public const double StepS = 1.0 / PerSecond;

    /// <summary>From 0 past the end of a session, so that what its last beats depend on does not depend on where it ends.</summary>
    public static Grid Session(double durationS) => new(0, (int)Math.Ceiling((durationS + 5) * PerSecond) + 1);

    /// <summary>The same with the largest lag on either side.</summary>
    public static Grid Shared(double durationS) =>
        new(-Coupling.LargestLagS, Session(durationS).Count + (int)(2 * Coupling.LargestLagS * PerSecond) + 1);

    public double TimeS(int index) => StartS + (double)index / PerSecond;

    /// <summary>Value of a series on this grid at a time inside it, linear between samples.</summary>
    public double At(double[] series, double timeS)
    {
        var place = (timeS - StartS) * PerSecond;
        var index = Math.Clamp((int)Math.Floor(place), 0, Count - 2);
        return series[index] + (place - index) * (series[index + 1] - series[index]);
    }
}
