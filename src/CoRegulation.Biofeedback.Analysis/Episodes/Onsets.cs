using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>Where episodes may begin: rises that stand out from what else the heart rate does, and times well above baseline.</summary>
internal static class Onsets
{
    private const int PerSecond = HeartRateGrid.SamplesPerSecond;
    private const double MadToSd = 1.4826;

    /// <summary>How many seconds of output the size of the study population's variation is worth beside the person's own.</summary>
    private const double PopulationWeightS = 120;

    /// <summary>As far as an episode's echo in the output is taken out, s either way.</summary>
    private const int EchoS = 100;

    /// <summary>Middles of rises, as indices on the 4 Hz grid in order, and how large the person's variation is beside the study population's.</summary>
    public static (List<int> Rises, double Noise) Find(ReadOnlySpan<double> bpm, ReadOnlySpan<double> smoothed, Baseline own, EpisodeOptions options)
    {
        var detector = new OnsetDetector();
        var output = detector.Apply(SmoothedHeartRate.Means(bpm, PerSecond));
        var sdBpm = Sd(output, detector.RestingSdBpm);
        var seconds = Sharp(output, detector, Math.Max(options.OnsetSd * sdBpm, options.LeastBpm), (int)options.ApartS);
        var rises = seconds.ConvertAll(second => second * PerSecond);
        AddHigh(rises, smoothed, own, options);
        rises.Sort();
        return (rises, sdBpm / detector.RestingSdBpm);
    }

    /// <summary>The highest output first; its echo is then taken out before the next is looked for (Högbom 1974, Astron. Astrophys. Suppl. 15, 417).</summary>
    private static List<int> Sharp(double[] output, OnsetDetector detector, double leastBpm, int apartS)
    {
        var echo = new double[(2 * EchoS) + 1];
        for (var i = 0; i < echo.Length; i++)
            echo[i] = detector.Echo(i - EchoS);

        var left = (double[])output.Clone();
        var queue = new PriorityQueue<int, double>();
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] >= leastBpm)
                queue.Enqueue(i, -left[i]);
        }

        var found = new List<int>();
        while (queue.TryDequeue(out var at, out var minusHeight))
        {
            if (left[at] < leastBpm || -minusHeight != left[at] || found.Exists(other => Math.Abs(other - at) < apartS))
                continue;
            found.Add(at);
            var height = left[at];
            for (var i = Math.Max(0, at - EchoS); i <= Math.Min(left.Length - 1, at + EchoS); i++)
            {
                left[i] -= height * echo[i - at + EchoS];
                if (left[i] >= leastBpm)
                    queue.Enqueue(i, -left[i]);
            }
        }

        return found;
    }

    private static double Sd(double[] output, double populationSdBpm)
    {
        var sizes = Array.FindAll(output, double.IsFinite);
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = Math.Abs(sizes[i]);
        var ownVariance = sizes.Length is 0 ? 0 : Math.Pow(MadToSd * OrderStatistics.Quantile(sizes, 0.5), 2);
        return Math.Sqrt(((PopulationWeightS * populationSdBpm * populationSdBpm) + (sizes.Length * ownVariance)) / (PopulationWeightS + sizes.Length));
    }

    /// <summary>Times well above baseline for long that no rise found so far leads to.</summary>
    private static void AddHigh(List<int> rises, ReadOnlySpan<double> smoothed, Baseline own, EpisodeOptions options)
    {
        var highBpm = own.Bpm + Math.Max(options.HighBpm, options.HighSpreads * own.SpreadBpm);
        var backBpm = own.Bpm + Math.Max(options.ReturnSpreads * own.SpreadBpm, options.ReturnBpm);
        var sharp = rises.Count;
        var (raised, high) = (-1, -1);
        for (var i = 0; i < smoothed.Length; i++)
        {
            if (!(smoothed[i] > backBpm))
            {
                (raised, high) = (-1, -1);
                continue;
            }

            raised = raised < 0 ? i : raised;
            high = !(smoothed[i] > highBpm) ? -1 : high < 0 ? i : high;
            if (high < 0 || i - high != (int)(options.HighS * PerSecond))
                continue;
            var (from, to) = (raised - (int)(options.ApartS * PerSecond), i);
            if (!rises.Exists(rise => rise >= from && rise <= to))
                rises.Add(high);
        }
    }
}
