namespace CoRegulation.Biofeedback.Sensors.Simulation.Chance;

/// <summary>Noise of one band: a sum of sinusoids with random phases, near enough to Gaussian, without an end or a period.</summary>
/// <remarks>Frequencies are stratified over the band, evenly in log f for power proportional to 1/f and evenly in f for flat power; all have the
/// same amplitude (Rice 1944, Bell Syst. Tech. J. 23, 282). A longer series begins with the shorter one.</remarks>
internal static class BandNoise
{
    /// <summary>Noise of RMS 1 on a regular grid.</summary>
    /// <param name="random">Its stream.</param>
    /// <param name="lowHz">Lower edge of the band, Hz, above 0.</param>
    /// <param name="highHz">Upper edge, Hz.</param>
    /// <param name="flat">Whether power is flat; otherwise it goes with 1/f.</param>
    /// <param name="startS">Time of the first sample, s.</param>
    /// <param name="stepS">Time between samples, s.</param>
    /// <param name="count">Number of samples.</param>
    /// <param name="components">Number of sinusoids.</param>
    public static double[] Generate(
        SeededRandom random, double lowHz, double highHz, bool flat, double startS, double stepS, int count, int components = 48)
    {
        var noise = new double[count];
        var amplitude = Math.Sqrt(2.0 / components);
        var logRatio = PortableMath.Log(highHz / lowHz);
        for (var k = 0; k < components; k++)
        {
            var place = (k + random.NextDouble()) / components;
            var hz = flat ? lowHz + (highHz - lowHz) * place : lowHz * PortableMath.Exp(logRatio * place);
            AddSinusoid(noise, amplitude, random.NextDouble() + hz * startS, hz * stepS);
        }

        return noise;
    }

    // By rotation of a unit vector: a sine for every sample would cost ten times as much.
    private static void AddSinusoid(double[] noise, double amplitude, double phaseTurns, double stepTurns)
    {
        double re = amplitude * PortableMath.CosTurns(phaseTurns), im = amplitude * PortableMath.SinTurns(phaseTurns);
        double c = PortableMath.CosTurns(stepTurns), s = PortableMath.SinTurns(stepTurns);
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] += re;
            (re, im) = (re * c - im * s, re * s + im * c);
        }
    }
}
