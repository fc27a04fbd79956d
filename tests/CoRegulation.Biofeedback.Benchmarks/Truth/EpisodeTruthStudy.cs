using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Simulated;

namespace CoRegulation.Biofeedback.Benchmarks.Truth;

/// <summary>Episodes found in simulated sessions of the study population against what the simulator knows of them.</summary>
internal static class EpisodeTruthStudy
{
    /// <summary>A found episode is a true one when their peaks are this near, s: half of the time that two episodes must be apart, and more.</summary>
    private const double NearS = 20;

    /// <summary>The conditions.</summary>
    public static ImmutableArray<Condition> All { get; } =
    [
        new("10 to 12 bpm", new(10, 12), new(30, 90), IsLong: false),
        new("12 to 16 bpm", new(12, 16), new(30, 90), IsLong: false),
        new("16 to 30 bpm", new(16, 30), new(30, 90), IsLong: false),
        new("10 to 30 bpm", new(10, 30), new(30, 90), IsLong: false),
        new("26 to 28 bpm, 60 s", new(26, 28), 60, IsLong: false),
        new("none, an hour, baseline phase", null, 0, IsLong: true),
        new("none, an hour, baseline found", null, 0, IsLong: true) { HasPhase = false },
        new("10 to 30 bpm, baseline found", new(10, 30), new(30, 90), IsLong: false) { HasPhase = false },
    ];

    /// <summary>Runs a condition on all cores; the result does not depend on how many they are.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="sessions">Sessions of two people.</param>
    /// <param name="seed">Seed of the first; each further one has the next.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    public static Row Run(Condition condition, int sessions, int seed, AnalysisOptions? options = null)
    {
        var outcomes = Enumerable.Range(seed, sessions).AsParallel().AsOrdered()
            .SelectMany(each => Session(condition, each, options)).ToArray();
        return new Row(condition.Name, outcomes);
    }

    private static Outcome[] Session(Condition condition, int seed, AnalysisOptions? options)
    {
        var simulated = Simulator.Run(condition.Scenario(seed), seed);
        var header = SimulatedRecording.Header(simulated, "study", default);
        var analysis = SessionAnalysis.Run(header, SimulatedRecording.Facts(simulated), options);
        return [.. analysis.People.Zip(simulated.Truth.People, (person, truth) => Compare(person.Episodes, truth, simulated.DurationS))];
    }

    private static Outcome Compare(IReadOnlyList<Analysis.Episodes.Episode> found, PersonTruth truth, double durationS)
    {
        var free = found.ToList();
        var pairs = ImmutableArray.CreateBuilder<(EpisodeTruth, Analysis.Episodes.Episode?)>();
        foreach (var episode in truth.Episodes)
        {
            var near = free.Where(one => Math.Abs(one.PeakS - episode.PeakS) <= NearS).MinBy(one => Math.Abs(one.PeakS - episode.PeakS));
            if (near is not null)
                free.Remove(near);
            pairs.Add((episode, near));
        }

        return new(pairs.DrainToImmutable(), free.Count, durationS / 3600);
    }

    /// <summary>People of the study population with or without episodes.</summary>
    internal sealed record Condition(string Name, Between? AmplitudeBpm, Between TimeConstantS, bool IsLong)
    {
        public bool HasPhase { get; init; } = true;

        public Scenario Scenario(int seed)
        {
            var random = new Random(seed);
            var study = Scenarios.Study();
            return study with
            {
                DurationS = IsLong ? 3600 : 900,
                Phases = HasPhase ? [new(0, "baseline"), new(120, "interaction")] : study.Phases,
                A = study.A with { Heart = study.A.Heart with { Episodes = Episodes(random) } },
                B = study.B! with { Heart = study.B!.Heart with { Episodes = Episodes(random) } },
            };
        }

        // Three, in thirds of the time after the baseline; the last may end before the return.
        private ImmutableArray<Sensors.Simulation.Hearts.Episode> Episodes(Random random) => AmplitudeBpm is not { } amplitude ? [] :
        [
            .. Enumerable.Range(0, 3).Select(third => new Sensors.Simulation.Hearts.Episode
            {
                OnsetS = 130 + (250 * third) + (100 * random.NextDouble()),
                RiseS = 5 + (7 * random.NextDouble()),
                TauS = TimeConstantS.Low + ((TimeConstantS.High - TimeConstantS.Low) * random.NextDouble()),
                AmplitudeBpm = amplitude,
            }),
        ];
    }

    /// <summary>What became of one person's episodes.</summary>
    internal sealed record Outcome(ImmutableArray<(EpisodeTruth True, Analysis.Episodes.Episode? Found)> Episodes, int False, double Hours);

    /// <summary>A row of the table.</summary>
    internal sealed record Row(string Name, Outcome[] Outcomes)
    {
        private IEnumerable<(EpisodeTruth True, Analysis.Episodes.Episode Found)> Found =>
            Outcomes.SelectMany(outcome => outcome.Episodes).Where(pair => pair.Found is not null).Select(pair => (pair.True, pair.Found!));

        public int Episodes => Outcomes.Sum(outcome => outcome.Episodes.Length);

        public double FoundShare => (double)Found.Count() / Episodes;

        public double FalsePerHour => Outcomes.Sum(outcome => outcome.False) / Outcomes.Sum(outcome => outcome.Hours);

        public double OnsetErrorS => Median(Found.Select(pair => Math.Abs(pair.Found.OnsetS - pair.True.OnsetS)));

        public double PeakErrorS => Median(Found.Select(pair => Math.Abs(pair.Found.PeakS - pair.True.PeakS)));

        public double PeakBiasS => Median(Found.Select(pair => pair.Found.PeakS - pair.True.PeakS));

        public double AmplitudeBiasBpm => Median(Found.Select(pair => pair.Found.AmplitudeBpm - pair.True.AmplitudeBpm));

        public double TimeConstantGiven => (double)Found.Count(pair => pair.Found.TimeConstantS is not null) / Math.Max(1, Found.Count());

        public double TimeConstantError => Median(TimeConstants.Select(ratio => Math.Abs(ratio - 1)));

        public double TimeConstantRatio => Median(TimeConstants);

        public double TimeToBaselineErrorS => Median(Returns.Select(Math.Abs));

        public double TimeToBaselineBiasS => Median(Returns);

        public double ReturnsWithin10S => (double)Returns.Count(error => Math.Abs(error) <= 10) / Math.Max(1, Returns.Count());

        /// <summary>Share of found episodes that are censored, or not, as the true ones are.</summary>
        public double SameCensoring => (double)Found.Count(pair => pair.Found.IsCensored == pair.True.TimeToBaselineS is null) / Math.Max(1, Found.Count());

        private IEnumerable<double> TimeConstants =>
            Found.Where(pair => pair.Found.TimeConstantS is not null).Select(pair => pair.Found.TimeConstantS!.Value / pair.True.TauS);

        private IEnumerable<double> Returns => Found
            .Where(pair => pair is { Found.IsCensored: false, True.TimeToBaselineS: not null })
            .Select(pair => pair.Found.TimeToBaselineS!.Value - pair.True.TimeToBaselineS!.Value);

        private static double Median(IEnumerable<double> values)
        {
            var sorted = values.Order().ToArray();
            return sorted.Length is 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    /// <summary>Prints the table as Markdown.</summary>
    public static void Print(TextWriter output, int sessions, int seed, AnalysisOptions? options = null)
    {
        output.WriteLine("| episodes | true | found | false an hour | onset, s | peak, s | amplitude, bpm | time constant: given | error | ratio | to baseline: error, s | bias, s | within 10 s | censored alike |");
        output.WriteLine("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
        foreach (var condition in All)
        {
            var row = Run(condition, sessions, seed, options);
            output.WriteLine(FormattableString.Invariant(
                $"| {row.Name} | {row.Episodes} | {100 * row.FoundShare:0.0} % | {row.FalsePerHour:0.00} | {row.OnsetErrorS:0.0} | {row.PeakErrorS:0.0} ({row.PeakBiasS:+0.0;-0.0}) | {row.AmplitudeBiasBpm:+0.0;-0.0} | {100 * row.TimeConstantGiven:0} % | {100 * row.TimeConstantError:0.0} % | {row.TimeConstantRatio:0.00} | {row.TimeToBaselineErrorS:0.0} | {row.TimeToBaselineBiasS:+0.0;-0.0} | {100 * row.ReturnsWithin10S:0} % | {100 * row.SameCensoring:0} % |"));
        }
    }
}
