namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>How the heart rate of an adult at rest wanders: the noise from which episodes must stand out.</summary>
/// <remarks>The middle of the study population: 1/f waves of 0.001 to 0.005 Hz (SD 1.4 bpm) and of 0.005 to 0.05 Hz (SD 2.65), the wave of blood
/// pressure at 0.1 Hz (SD 1.3), and a floor at all frequencies. Only its shape matters: its size is taken from the person. The floor is much higher
/// than what those people have (about 0.5 bpm): real hearts have no empty bands, and a detector must not live from them.</remarks>
internal static class RestingVariation
{
    private const double FloorDensity = 2.5; // bpm² in samples of 1 s

    /// <summary>Covariance of samples so many seconds apart, bpm².</summary>
    /// <param name="count">Number of samples.</param>
    /// <param name="stepS">From one to the next, s.</param>
    /// <returns>Covariance at lag 0, 1, ... steps.</returns>
    public static double[] Covariance(int count, double stepS)
    {
        var covariance = new double[count];
        Add(0.001, 0.005, flat: false, sdBpm: 1.4);
        Add(0.005, 0.05, flat: false, sdBpm: 2.65);
        Add(0.088, 0.112, flat: true, sdBpm: 1.3);
        covariance[0] += FloorDensity / stepS;
        return covariance;

        void Add(double lowHz, double highHz, bool flat, double sdBpm)
        {
            const int Lines = 64;
            for (var k = 0; k < Lines; k++)
            {
                var place = (k + 0.5) / Lines;
                var hz = flat ? lowHz + ((highHz - lowHz) * place) : lowHz * Math.Pow(highHz / lowHz, place);
                for (var lag = 0; lag < count; lag++)
                    covariance[lag] += sdBpm * sdBpm / Lines * Math.Cos(2 * Math.PI * hz * lag * stepS);
            }
        }
    }
}
