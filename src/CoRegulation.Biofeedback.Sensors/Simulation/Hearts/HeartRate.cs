using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sensors.Simulation.Chance;

namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>The heart rate of one simulated person, part by part, in bpm on the grid.</summary>
internal sealed record HeartRate
{
    private const double LowestBpm = 30, HighestBpm = 210;

    public required Grid Grid { get; init; }

    public required HeartParameters Parameters { get; init; }

    public required ImmutableArray<EpisodeTruth> Episodes { get; init; }

    /// <summary>Mean and its changes.</summary>
    public required double[] Level { get; init; }

    public required double[] VerySlow { get; init; }

    public required double[] Slow { get; init; }

    public required double[] Mayer { get; init; }

    public required double[] Rsa { get; init; }

    /// <summary>The breathing rate, Hz; where the breathing wave is shared, that of the person's own share.</summary>
    public required double[] BreathingHz { get; init; }

    /// <summary>The sum of all parts and the episodes: what drives the heart.</summary>
    public required double[] Total { get; init; }

    public static HeartRate Generate(
        HeartOptions options, SharedWave? shared, ImmutableArray<PacerChange> pacer, double durationS, int seed, string person)
    {
        var grid = Grid.Session(durationS);
        var drawn = HeartParameters.Draw(options, seed, person);

        var verySlow = BandNoise.Generate(
            new(seed, $"{person}/very slow"), 0.001, 0.005, flat: false, grid.StartS, Grid.StepS, grid.Count, components: 32);
        var slow = SlowNoise(grid, seed, $"{person}/slow");
        shared?.MixInto(CouplingBand.Slow, slow, grid, person);
        var mayer = BandNoise.Generate(
            new(seed, $"{person}/mayer"), drawn.MayerHz - 0.012, drawn.MayerHz + 0.012, flat: true, grid.StartS, Grid.StepS, grid.Count);
        var breathing = BreathingWave.Generate(grid, drawn.BreathingHz, options, pacer, seed, $"{person}/breathing");
        shared?.MixInto(CouplingBand.Breathing, breathing.Wave, grid, person);

        Scale(verySlow, drawn.VerySlowBpm);
        Scale(slow, drawn.SlowBpm);
        Scale(mayer, drawn.MayerBpm);
        Scale(breathing.Wave, drawn.RsaBpm);

        var level = Levels(options, drawn.MeanBpm, grid, new(seed, $"{person}/levels"));
        var amplitudes = new SeededRandom(seed, $"{person}/episodes");
        ImmutableArray<EpisodeTruth> episodes =
            [.. options.Episodes.Select(e => new EpisodeTruth(e.OnsetS, e.OnsetS + e.RiseS, e.AmplitudeBpm.Draw(amplitudes), e.TauS))];

        var total = new double[grid.Count];
        for (var i = 0; i < total.Length; i++)
        {
            var bpm = level[i] + verySlow[i] + slow[i] + mayer[i] + breathing.Wave[i];
            foreach (var episode in episodes)
                bpm += Height(episode, grid.TimeS(i));
            total[i] = Math.Clamp(bpm, LowestBpm, HighestBpm);
        }

        return new()
        {
            Grid = grid,
            Parameters = drawn,
            Episodes = episodes,
            Level = level,
            VerySlow = verySlow,
            Slow = slow,
            Mayer = mayer,
            Rsa = breathing.Wave,
            BreathingHz = breathing.RateHz,
            Total = total,
        };
    }

    /// <summary>Noise of the slow band, RMS 1.</summary>
    public static double[] SlowNoise(Grid grid, int seed, string stream) =>
        BandNoise.Generate(new(seed, stream), 0.005, 0.05, flat: false, grid.StartS, Grid.StepS, grid.Count, components: 64);

    private static void Scale(double[] series, double factor)
    {
        for (var i = 0; i < series.Length; i++)
            series[i] *= factor;
    }

    private static double Height(EpisodeTruth episode, double timeS) =>
        timeS <= episode.OnsetS ? 0
        : timeS < episode.PeakS ? episode.AmplitudeBpm * (timeS - episode.OnsetS) / (episode.PeakS - episode.OnsetS)
        : timeS - episode.PeakS > 20 * episode.TauS ? 0
        : episode.AmplitudeBpm * PortableMath.Exp((episode.PeakS - timeS) / episode.TauS);

    private static double[] Levels(HeartOptions options, double startBpm, Grid grid, SeededRandom random)
    {
        var changes = options.Levels.OrderBy(change => change.StartS).Select(change => (Change: change, ToBpm: change.ToBpm.Draw(random))).ToArray();
        var level = new double[grid.Count];
        var (fromBpm, current) = (startBpm, -1);
        for (var i = 0; i < level.Length; i++)
        {
            var timeS = grid.TimeS(i);
            for (; current + 1 < changes.Length && changes[current + 1].Change.StartS <= timeS; current++)
                fromBpm = i == 0 ? startBpm : level[i - 1];
            level[i] = current < 0 ? startBpm : fromBpm + (changes[current].ToBpm - fromBpm) * Progress(changes[current].Change, timeS);
        }

        return level;
    }

    private static double Progress(LevelChange change, double timeS)
    {
        var passed = (timeS - change.StartS) / change.TimeS;
        return change.Shape is LevelShape.Linear ? Math.Min(1, passed) : passed > 20 ? 1 : 1 - PortableMath.Exp(-passed);
    }
}
