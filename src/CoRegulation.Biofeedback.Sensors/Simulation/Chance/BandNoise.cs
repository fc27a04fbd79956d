using System.Runtime.Intrinsics;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Chance;

/// <summary>Noise of one band: a sum of sinusoids with random phases, near enough to Gaussian, without an end or a period.</summary>
/// <remarks>Frequencies are stratified over the band, evenly in log f for power proportional to 1/f and evenly in f for flat power; all have the
/// same amplitude (Rice 1944, Bell Syst. Tech. J. 23, 282). A longer series begins with the shorter one.</remarks>
internal static class BandNoise
{
    private const int Lanes = 4;

    /// <summary>Noise of RMS 1 on a regular grid.</summary>
    /// <param name="random">Its stream.</param>
    /// <param name="lowHz">Lower edge of the band, Hz, above 0.</param>
    /// <param name="highHz">Upper edge, Hz.</param>
    /// <param name="flat">Whether power is flat; otherwise it goes with 1/f.</param>
    /// <param name="startS">Time of the first sample, s.</param>
    /// <param name="stepS">Time between samples, s.</param>
    /// <param name="count">Number of samples.</param>
    /// <param name="components">Number of sinusoids, a multiple of four.</param>
    public static double[] Generate(
        SeededRandom random, double lowHz, double highHz, bool flat, double startS, double stepS, int count, int components = 48)
    {
        // Four sinusoids at a time: each step of a rotation waits for the one before, four of them wait together.
        var sums = new Vector256<double>[count];
        var amplitude = Math.Sqrt(2.0 / components);
        var logRatio = PortableMath.Log(highHz / lowHz);
        Span<double> phaseTurns = stackalloc double[Lanes], stepTurns = stackalloc double[Lanes];
        for (var k = 0; k < components; k += Lanes)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                var place = (k + lane + random.NextDouble()) / components;
                var hz = flat ? lowHz + (highHz - lowHz) * place : lowHz * PortableMath.Exp(logRatio * place);
                (phaseTurns[lane], stepTurns[lane]) = (random.NextDouble() + hz * startS, hz * stepS);
            }

            Add(sums, amplitude, phaseTurns, stepTurns);
        }

        // In a fixed order, so that the sum does not depend on the machine.
        return [.. sums.Select(sum => sum[0] + sum[1] + (sum[2] + sum[3]))];
    }

    // By rotation of a unit vector: a sine for every sample would cost ten times as much.
    private static void Add(Vector256<double>[] sums, double amplitude, Span<double> phaseTurns, Span<double> stepTurns)
    {
        Vector256<double> re = Each(PortableMath.CosTurns, phaseTurns) * amplitude, im = Each(PortableMath.SinTurns, phaseTurns) * amplitude;
        Vector256<double> c = Each(PortableMath.CosTurns, stepTurns), s = Each(PortableMath.SinTurns, stepTurns);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += re;
            (re, im) = (re * c - im * s, re * s + im * c);
        }
    }

    private static Vector256<double> Each(Func<double, double> function, Span<double> turns) =>
        Vector256.Create(function(turns[0]), function(turns[1]), function(turns[2]), function(turns[3]));
}
