using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.Simulation.Chance;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>From a heart rate to beats by integral pulse frequency modulation: a beat whenever the integral of rate/60 reaches the next whole number.</summary>
/// <remarks>Hyndman and Mohn (1975), Automedica 1, 239; as in Berger et al. (1986), IEEE Trans. Biomed. Eng. 33(9), 900.</remarks>
internal static class Pacemaker
{
    /// <summary>The times of the beats, s since session start, and which of them are ectopic.</summary>
    public static (ImmutableArray<double> BeatTimesS, ImmutableArray<int> Ectopic) Beat(HeartRate rate, HeartOptions options, int seed, string person)
    {
        var beatsS = Integrate(rate, new SeededRandom(seed, $"{person}/first beat").NextDouble());
        SeededRandom jitter = new(seed, $"{person}/beat jitter"), chance = new(seed, $"{person}/ectopic");
        var ectopic = ImmutableArray.CreateBuilder<int>();

        var jittered = ImmutableArray.CreateBuilder<double>(beatsS.Count);
        for (var i = 0; i < beatsS.Count; i++)
        {
            var early = 0.0;
            var (draw, share) = (chance.NextDouble(), chance.Uniform(0.3, 0.4));
            if (i > 0 && draw < options.EctopicPerMin * (beatsS[i] - beatsS[i - 1]) / 60 && (ectopic.Count == 0 || ectopic[^1] < i - 2))
            {
                early = share * (beatsS[i] - beatsS[i - 1]);
                ectopic.Add(i);
            }

            jittered.Add(Math.Max(0, beatsS[i] - early + options.JitterMs / 1000 * Math.Clamp(jitter.Gaussian(), -3, 3)));
        }

        return (jittered.DrainToImmutable(), ectopic.DrainToImmutable());
    }

    private static List<double> Integrate(HeartRate rate, double start)
    {
        var beatsS = new List<double>();
        var integral = start;
        for (var i = 0; i + 1 < rate.Grid.Count; i++)
        {
            var next = integral + (rate.Total[i] + rate.Total[i + 1]) / 2 / 60 * Grid.StepS;
            if (next >= 1)
            {
                beatsS.Add(rate.Grid.TimeS(i) + Grid.StepS * (1 - integral) / (next - integral));
                next -= 1;
            }

            integral = next;
        }

        return beatsS;
    }
}
