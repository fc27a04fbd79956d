using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

namespace CoRegulation.Biofeedback.Analysis.Tests.Synchrony.Significance;

/// <summary>Pairs of the study population with known truth, on the 4 Hz grid.</summary>
internal static class StudyPairs
{
    /// <summary>Pairs from consecutive seeds, in the order of the seeds.</summary>
    public static (double[] A, double[] B)[] Many(int count, int firstSeed, double durationS, Func<int, Coupling?> coupling)
    {
        var pairs = new (double[], double[])[count];
        Parallel.For(0, count, i => pairs[i] = One(Scenarios.Study(coupling(i)), firstSeed + i, durationS));
        return pairs;
    }

    /// <summary>One pair.</summary>
    public static (double[] A, double[] B) One(Scenario scenario, int seed, double durationS)
    {
        var people = Simulator.Run(scenario, seed, durationS).Truth.People;
        var samples = (int)(durationS * 4);
        return (HeartRate(people[0].BeatTimesS, samples), HeartRate(people[1].BeatTimesS, samples));
    }

    /// <summary>60/interval at the beat that closes it, straight between beats, held before the first and after the last.</summary>
    private static double[] HeartRate(IReadOnlyList<double> beatsS, int samples)
    {
        var bpm = new double[samples];
        var next = 1;
        for (var i = 0; i < samples; i++)
        {
            var timeS = i / 4.0;
            while (next < beatsS.Count - 1 && beatsS[next] < timeS)
                next++;
            double Rate(int beat) => 60 / (beatsS[beat] - beatsS[beat - 1]);
            var share = next == 1 ? 1 : Math.Clamp((timeS - beatsS[next - 1]) / (beatsS[next] - beatsS[next - 1]), 0, 1);
            bpm[i] = next == 1 ? Rate(1) : Rate(next - 1) + (share * (Rate(next) - Rate(next - 1)));
        }

        return bpm;
    }
}
