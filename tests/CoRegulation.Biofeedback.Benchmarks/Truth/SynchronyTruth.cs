using System.Globalization;
using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;
using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

namespace CoRegulation.Biofeedback.Benchmarks.Truth;

/// <summary>Synchrony on pairs whose truth is known: false alarms, power, lag.</summary>
internal static class SynchronyTruth
{
    private static readonly double[] Strengths = [0.3, 0.5, 0.7, 0.9];
    private static readonly AnalysisOptions Options = new() { Significance = new() { Surrogates = 399 } };

    private sealed record Case(double Strength, double LagS, double DurationS, SynchronyResult Result);

    /// <summary>Writes the tables.</summary>
    /// <param name="output">Where to, as Markdown.</param>
    /// <param name="strangers">Uncoupled pairs.</param>
    /// <param name="perCondition">Pairs of every other condition.</param>
    /// <returns>Whether no condition without coupling has more false alarms than 5 % (lower 99 % limit).</returns>
    public static bool Write(TextWriter output, int strangers, int perCondition)
    {
        var uncoupled = Run(strangers, 1_000_000, _ => Scenarios.Study());
        output.WriteLine("## Synchrony: false alarms, one look at the end");
        output.WriteLine();
        output.WriteLine("| pairs without coupling | pairs | beyond chance | share | 99 % limits | slow p <= 0.05 | breathing p <= 0.05 | no verdict |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        var sound = Line(output, "study, 5 and 10 min", uncoupled);
        sound &= Line(output, "A has three episodes, B is steady", Run(perCondition, 1_100_000, _ => Episodes()));
        sound &= Line(output, "levels converge, 25 bpm to 5", Run(perCondition, 1_200_000, _ => Converging()));
        sound &= Line(output, "levels part", Run(perCondition, 1_300_000, _ => Parting(null)));
        sound &= Line(output, "straps lose contact and messages", Run(perCondition, 1_400_000, _ => Troubled()));
        sound &= Line(output, "both breathe with a pacer", Run(perCondition, 1_500_000, _ => Paced()));
        output.WriteLine();

        var slow = Run(4 * 2 * perCondition, 2_000_000, i => Scenarios.Study(new() { Strength = Strengths[i % 4], LagS = Lag(i, 4) }), i => Lag(i, 4));
        var breathing = Run(4 * 2 * perCondition, 3_000_000, i => Scenarios.Study(new() { Band = CouplingBand.Breathing, Strength = Strengths[i % 4], LagS = Lag(i, 1.5) }), i => Lag(i, 1.5));
        output.WriteLine("## Synchrony: what is found");
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"AUC of the effect (SD above the copies) against the uncoupled pairs: slow {Auc(slow, uncoupled, result => result.Slow):0.000} (peer 0.946), breathing {Auc(breathing, uncoupled, result => result.Breathing):0.000} (peer 0.936 prewhitened, 0.850 as recommended)."));
        output.WriteLine();
        output.WriteLine("| coupled in | minutes | power c = 0.3 | 0.5 | 0.7 | 0.9 | peer |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var minutes in (int[])[5, 10])
        {
            output.WriteLine($"| slow | {minutes} | {Power(slow, minutes)} | {(minutes is 5 ? ".26 .64 .92 1.0" : ".40 .92 1.0 1.0")} |");
            output.WriteLine($"| breathing | {minutes} | {Power(breathing, minutes)} | - |");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| slow, levels parting, lag 2 s | 10 | {Power(Run(4 * perCondition, 2_500_000, i => Parting(new() { Strength = Strengths[i % 4], LagS = 2 }), _ => 2, 600), 10)} | - |"));
        output.WriteLine();
        output.WriteLine("## Lag");
        output.WriteLine();
        output.WriteLine("| coupled in | c | median error, s | truth in the 95 % interval | its median width, s | sign right (true lag of 1 s or more) | leader named | wrongly |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        Lags(output, "slow", slow, result => result.Slow!, SynchronyBand.Slow);
        Lags(output, "breathing", breathing, result => result.Breathing!, SynchronyBand.Breathing);
        output.WriteLine();
        return sound;
    }

    private static Case[] Run(int count, int firstSeed, Func<int, Scenario> scenario, Func<int, double>? lagS = null, double? durationS = null) =>
        StudySession.Many(count, i =>
        {
            var seconds = durationS ?? (i / 4 % 2 is 0 ? 300 : 600);
            return new Case(Strengths[i % 4], lagS?.Invoke(i) ?? 0, seconds, StudySession.Run(scenario(i), firstSeed + i, seconds, Options).Dyad!.Synchrony);
        });

    /// <summary>Lags spread evenly over plus and minus <paramref name="most"/>, in an order that has nothing to do with the strengths.</summary>
    private static double Lag(int i, double most) => most * ((2 * (i * 0.6180339887498949 % 1)) - 1);

    private static bool Line(TextWriter output, string name, Case[] cases)
    {
        var judged = cases.Where(one => one.Result.BeyondChance is not null).ToArray();
        if (judged is [])
        {
            output.WriteLine($"| {name} | {cases.Length} | - | - | - | - | - | {cases.Length} |");
            return true;
        }

        var hits = judged.Count(one => one.Result.BeyondChance is true);
        var (low, high) = ClopperPearson.Of(hits, judged.Length);
        string Share(Func<SynchronyResult, double> p) => (judged.Count(one => p(one.Result) <= 0.05) / (double)judged.Length).ToString("0.000", CultureInfo.InvariantCulture);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {judged.Length} | {hits} | {hits / (double)judged.Length:0.000} | {low:0.000} to {high:0.000} | {Share(result => result.Slow!.P)} | {Share(result => result.Breathing!.P)} | {cases.Length - judged.Length} |"));
        return low <= 0.05;
    }

    private static string Power(Case[] cases, int minutes) => string.Join(" | ", Strengths.Select(strength =>
    {
        var mine = cases.Where(one => one.Strength == strength && one.DurationS == minutes * 60).ToArray();
        return (mine.Count(one => one.Result.BeyondChance is true) / (double)mine.Length).ToString("0.00", CultureInfo.InvariantCulture);
    }));

    private static double Auc(Case[] coupled, Case[] uncoupled, Func<SynchronyResult, BandSynchrony?> band)
    {
        double[] Effects(Case[] cases) => [.. cases.Select(one => band(one.Result)?.EffectSd).OfType<double>()];
        var (with, without) = (Effects(coupled), Effects(uncoupled));
        return with.Average(effect => without.Average(other => effect > other ? 1 : effect == other ? 0.5 : 0));
    }

    private static void Lags(TextWriter output, string name, Case[] cases, Func<SynchronyResult, BandSynchrony> band, SynchronyBand which)
    {
        foreach (var strength in Strengths)
        {
            var mine = cases.Where(one => one.Strength == strength && one.Result.Slow is not null).Select(one => (Truth: one.LagS, Found: band(one.Result), one.Result)).ToArray();
            var far = mine.Where(one => Math.Abs(one.Truth) >= 1).ToArray();
            var named = mine.Where(one => one.Result.First is not null && one.Result.Band == which).ToArray();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {strength} | {Median(mine.Select(one => Math.Abs(one.Found.LagS - one.Truth))):0.00} | {mine.Average(one => one.Truth >= one.Found.LagLowS - 0.025 && one.Truth <= one.Found.LagHighS + 0.025 ? 1 : 0):0.00} | {Median(mine.Select(one => one.Found.LagHighS - one.Found.LagLowS)):0.00} | {far.Average(one => Math.Sign(one.Found.LagS) == Math.Sign(one.Truth) ? 1 : 0):0.00} | {named.Length} of {mine.Length} | {named.Count(one => Math.Sign(one.Found.LagS) != Math.Sign(one.Truth))} |"));
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length is 0 ? double.NaN : sorted[sorted.Length / 2];
    }

    private static Scenario Episodes() => Scenarios.Study() with
    {
        A = new() { Name = "Olga", Heart = new() { Episodes = [new() { OnsetS = 60, TauS = 90 }, new() { OnsetS = 160, TauS = 60 }, new() { OnsetS = 240, TauS = 40 }] } },
        B = new() { Name = "Paul", Heart = new() { SlowBpm = 1, VerySlowBpm = 0.4 } },
    };

    private static Scenario Converging() => Levels(90, 75, 65, 70, null);

    private static Scenario Parting(Coupling? coupling) => Levels(75, 90, 70, 65, coupling);

    private static Scenario Levels(double aFrom, double aTo, double bFrom, double bTo, Coupling? coupling) => Scenarios.Study(coupling) with
    {
        A = new() { Name = "Olga", Heart = new() { MeanBpm = aFrom, Levels = [new() { ToBpm = aTo, Shape = LevelShape.Linear, TimeS = 600 }] } },
        B = new() { Name = "Paul", Heart = new() { MeanBpm = bFrom, Levels = [new() { ToBpm = bTo, Shape = LevelShape.Linear, TimeS = 600 }] } },
    };

    private static Scenario Troubled() => Scenarios.Study() with { A = Scenarios.StrapTrouble.A, B = Scenarios.StrapTrouble.B };

    private static Scenario Paced() => Scenarios.Study() with { Pacer = [new(0, 6)] };
}
