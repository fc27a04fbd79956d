using System.Globalization;
using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;
using CoRegulation.Biofeedback.Analysis.Synchrony.Paced;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Simulated;

namespace CoRegulation.Biofeedback.Benchmarks.Truth;

/// <summary>What a running session says of pairs whose truth is known: ever wrongly, how soon rightly, and when it is silent because both are paced.</summary>
internal static class LooksTruth
{
    private const double LongS = 1200;
    private static readonly double[] Strengths = [0.3, 0.5, 0.7, 0.9];

    // The best rule of the reference study for a session of ten minutes that is known to end there.
    private static readonly AnalysisOptions FourLooks = new()
    {
        Looks = new() { Looks = [new(150, 0.0125), new(300, 0.0125), new(450, 0.0125), new(600, 0.0125)], CopiesAtAlpha = 5 },
    };

    /// <summary>Writes the tables.</summary>
    /// <param name="output">Where to, as Markdown.</param>
    /// <param name="strangers">Uncoupled pairs, of 20 minutes each.</param>
    /// <param name="perCondition">Pairs of every other condition, of 10 minutes each.</param>
    /// <returns>Whether uncoupled pairs are ever called beyond chance in no more than 5 % (lower 99 % limit).</returns>
    public static bool Write(TextWriter output, int strangers, int perCondition)
    {
        output.WriteLine("## Live: ever said of a running session");
        output.WriteLine();
        var wrong = Ever(Scenarios.Study(), strangers, 4_000_000, LongS, new());
        var hits = wrong.Count(timeS => timeS is not null);
        var (low, high) = ClopperPearson.Of(hits, strangers);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Of {strangers} pairs without coupling, 20 minutes each, {hits} were ever called beyond chance: {hits / (double)strangers:0.000} (99 % limits {low:0.000} to {high:0.000})."));
        output.WriteLine();
        output.WriteLine("| coupled (slow), c | pairs | said by 150 s | by 300 s | by 600 s | four looks of a known length, by 600 s |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- |");
        for (var i = 0; i < Strengths.Length; i++)
        {
            var scenario = Scenarios.Study(new() { Strength = Strengths[i], LagS = i % 2 is 0 ? 2 : -2 });
            var found = Ever(scenario, perCondition, 4_100_000 + (i * perCondition), 610, new());
            var four = Ever(scenario, perCondition, 4_100_000 + (i * perCondition), 610, FourLooks);
            string By(double?[] cases, double timeS) => (cases.Count(at => at <= timeS) / (double)perCondition).ToString("0.00", CultureInfo.InvariantCulture);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {Strengths[i]} | {perCondition} | {By(found, 160)} | {By(found, 310)} | {By(found, 610)} | {By(four, 610)} |"));
        }

        output.WriteLine();
        output.WriteLine("| breathing at one pace, no pacer noted | pairs | called paced from the beats | from the heart rates alone | median share of the paced time found |");
        output.WriteLine("| --- | --- | --- | --- | --- |");
        Paced(output, "study, unpaced", Scenarios.Study(), perCondition, 4_200_000, 600, 0);
        Paced(output, "study, paced at 6 a minute", Scenarios.Study() with { Pacer = [new(0, 6)] }, perCondition, 4_300_000, 600, 600);
        Paced(output, "study, paced at 5.5 a minute", Scenarios.Study() with { Pacer = [new(0, 5.5)] }, perCondition, 4_400_000, 600, 600);
        Paced(output, "scenario paced, 4 of 8 minutes", Scenarios.Paced, perCondition, 4_500_000, 480, 240);
        output.WriteLine();
        return low <= 0.05;
    }

    /// <summary>When each session says "beyond chance", s; null where it never does.</summary>
    private static double?[] Ever(Scenario scenario, int count, int firstSeed, double durationS, AnalysisOptions options) =>
        StudySession.Many(count, i =>
        {
            var session = Simulator.Run(scenario, firstSeed + i, durationS);
            var engine = new SessionEngine(SimulatedRecording.Header(session, "study", DateTimeOffset.UnixEpoch), options);
            foreach (var fact in SimulatedRecording.Facts(session))
                engine.Accept(fact);
            while (engine.NextTimeS <= durationS)
            {
                if (engine.Next().Dyad is { Verdict: { State: VerdictState.BeyondChance } verdict })
                    return verdict.Look!.AtS;
            }

            return (double?)null;
        });

    private static void Paced(TextWriter output, string name, Scenario scenario, int count, int firstSeed, double durationS, double pacedS)
    {
        var found = StudySession.Many(count, i =>
        {
            var session = Simulator.Run(scenario, firstSeed + i, durationS);
            var analysis = SessionAnalysis.Run(
                SimulatedRecording.Header(session, "study", DateTimeOffset.UnixEpoch), [.. SimulatedRecording.Facts(session).Where(fact => fact is not PacerFact)]);
            var common = analysis.People.Min(person => person.HeartRateBpm.Count);
            var series = PacedStretches.OfSeries([.. analysis.People[0].HeartRateBpm.Take(common)], [.. analysis.People[1].HeartRateBpm.Take(common)]);
            return (Beats: PacedStretches.TotalS(analysis.Dyad!.Paced), Series: PacedStretches.TotalS(series));
        });
        string Share(int hits)
        {
            var (low, high) = ClopperPearson.Of(hits, count);
            return string.Create(CultureInfo.InvariantCulture, $"{hits / (double)count:0.000} ({low:0.000} to {high:0.000})");
        }

        var median = found.Select(one => one.Beats).Order().ElementAt(count / 2);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {count} | {Share(found.Count(one => one.Beats > 0))} | {Share(found.Count(one => one.Series > 0))} | {(pacedS > 0 ? (median / pacedS).ToString("0.00", CultureInfo.InvariantCulture) : "-")} |"));
    }
}
