using CoRegulation.Biofeedback.Sensors.Simulation;
using CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

namespace CoRegulation.Biofeedback.Benchmarks.Truth;

/// <summary>Pairs of which it is known what they do: all of the study population unless said otherwise.</summary>
internal static class PairConditions
{
    private static readonly HeartOptions Heart = new();

    // The steady heart of the study (SYNCHRONY.md): a slow part of 1.0 bpm and a very slow one of 0.4.
    private static readonly HeartOptions Calm = new() { VerySlowBpm = 0.4, SlowBpm = 1.0 };

    /// <summary>Two who share nothing, levels as drawn.</summary>
    public static Scenario Uncoupled { get; } = Scenarios.Study();

    /// <summary>Two who share nothing, so many bpm apart.</summary>
    public static Scenario Apart(double bpm) => Pair(Heart with { MeanBpm = 70 + bpm }, Heart with { MeanBpm = 70 });

    /// <summary>A comes down towards B, so many bpm a minute over all ten minutes.</summary>
    public static Scenario Approach(double bpmPerMin) => Pair(Line(75 + (10 * bpmPerMin), 75, 0, 600), Heart with { MeanBpm = 68 });

    /// <summary>A comes down by 20 bpm in five minutes from 150 s on, 4 bpm a minute.</summary>
    public static Scenario FastApproach { get; } = Pair(Line(95, 75, 150, 300), Heart with { MeanBpm = 68 });

    /// <summary>Levels go from 90 to 75 and from 65 to 70 while nothing is shared.</summary>
    public static Scenario Converging { get; } = Pair(Line(90, 75, 0, 600), Line(65, 70, 0, 600));

    /// <summary>Slow parts move together (c = 0.8, B 2 s later) while A leaves B by 15 bpm.</summary>
    public static Scenario CorrelatedParting { get; } =
        Pair(Line(75, 90, 0, 600), Heart with { MeanBpm = 68 }) with { Coupling = new() { Strength = 0.8, LagS = 2 } };

    /// <summary>One has three episodes, the other a steady heart.</summary>
    /// <param name="anchor">Who is steady: A or B.</param>
    /// <param name="amplitudeBpm">How far the other rises.</param>
    public static Scenario Anchor(string anchor, Between amplitudeBpm)
    {
        var moved = Heart with { Episodes = [.. Episodes(150, 350, 520).Select(episode => episode with { AmplitudeBpm = amplitudeBpm })] };
        return (anchor is "A" ? Pair(Calm, moved) : Pair(moved, Calm)) with { Anchor = anchor };
    }

    /// <summary>Both have episodes.</summary>
    /// <param name="sameTime">Whether at the same times; otherwise one after the other.</param>
    public static Scenario BothEpisodes(bool sameTime) =>
        Pair(Heart with { Episodes = Episodes(150, 350, 520) }, Heart with { Episodes = sameTime ? Episodes(150, 350, 520) : Episodes(60, 280, 450) });

    /// <summary>Both hearts are steady and nothing happens.</summary>
    public static Scenario BothCalm { get; } = Pair(Calm, Calm);

    /// <summary>One heart is steady, the other wanders as hearts at rest do.</summary>
    public static Scenario OneCalm { get; } = Pair(Calm, Heart);

    private static System.Collections.Immutable.ImmutableArray<Episode> Episodes(double first, double second, double third) =>
        [new() { OnsetS = first, TauS = 90 }, new() { OnsetS = second, TauS = 60 }, new() { OnsetS = third, TauS = 40 }];

    private static HeartOptions Line(double fromBpm, double toBpm, double startS, double timeS) =>
        Heart with { MeanBpm = fromBpm, Levels = [new() { StartS = startS, ToBpm = toBpm, TimeS = timeS, Shape = LevelShape.Linear }] };

    private static Scenario Pair(HeartOptions a, HeartOptions b) =>
        Uncoupled with { A = Uncoupled.A with { Heart = a }, B = Uncoupled.B! with { Heart = b } };
}
