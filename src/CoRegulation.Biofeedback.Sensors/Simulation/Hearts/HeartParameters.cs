using CoRegulation.Biofeedback.Sensors.Simulation.Chance;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>What was drawn for one person from the ranges of <see cref="HeartOptions"/>; units as there.</summary>
/// <param name="MeanBpm">Mean at the start, bpm.</param>
/// <param name="VerySlowBpm">SD of the very slow part, bpm.</param>
/// <param name="SlowBpm">SD of the slow part, bpm.</param>
/// <param name="MayerBpm">SD of the Mayer wave, bpm.</param>
/// <param name="MayerHz">Its centre, Hz.</param>
/// <param name="RsaBpm">RMS of the respiratory sinus arrhythmia, bpm.</param>
/// <param name="BreathingHz">Mean breathing rate, Hz.</param>
public sealed record HeartParameters(
    double MeanBpm, double VerySlowBpm, double SlowBpm, double MayerBpm, double MayerHz, double RsaBpm, double BreathingHz)
{
    internal static HeartParameters Draw(HeartOptions options, int seed, string person)
    {
        var random = new SeededRandom(seed, $"{person}/heart/parameters");
        return new(
            options.MeanBpm.Draw(random),
            options.VerySlowBpm.Draw(random),
            options.SlowBpm.Draw(random),
            options.MayerBpm.Draw(random),
            options.MayerHz.Draw(random),
            options.RsaBpm.Draw(random),
            options.BreathingHz.Draw(random));
    }
}
