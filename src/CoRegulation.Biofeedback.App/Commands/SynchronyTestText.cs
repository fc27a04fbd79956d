using System.Globalization;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.App.Commands;

/// <summary>Whether two series move together beyond chance, in words for people.</summary>
internal static class SynchronyTestText
{
    /// <summary>Writes the two bands and the verdict.</summary>
    public static void Write(TextWriter output, string file, SynchronyResult result)
    {
        output.WriteLine(OneLine.Of(string.Create(
            CultureInfo.InvariantCulture, $"{file}: {result.UsedS / 60:0.##} min with both; lags are seconds, positive when b follows a")));
        output.WriteLine();
        output.WriteLine($"  {"",-10} {"Hz",-14} {"r",6} {"strangers",10} {"lag",6} {"95 % interval",-16} {"p",6}");
        Row(output, "slow", result.Slow);
        Row(output, "breathing", result.Breathing);
        output.WriteLine();
        output.WriteLine(Verdict(result));
        output.WriteLine("Exploratory; association, not cause. Not a medical device.");
    }

    /// <summary>The verdict in a sentence.</summary>
    public static string Verdict(SynchronyResult result)
    {
        if (result.BeyondChance is not { } beyond)
            return $"No verdict: {Reason(result.Doubt)}";
        var copies = string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Round(result.P * (result.Surrogates + 1))} of {result.Surrogates + 1} reach this much in one of the bands (p = {result.P:0.####}, {result.Null.ToString().ToLowerInvariant()} null model, seed {result.Seed})");
        return !beyond
            ? $"Not beyond chance: of the pair and its copies without coupling, {copies}."
            : $"Beyond chance: of the pair and its copies without coupling, {copies}. {First(result)}";
    }

    /// <summary>Why there is no verdict.</summary>
    public static string Reason(SynchronyDoubt doubt) => doubt switch
    {
        SynchronyDoubt.NoOverlap => "the two series have no time in common. Check that both columns hold numbers on the same lines.",
        SynchronyDoubt.TooShort => string.Create(
            CultureInfo.InvariantCulture, $"less than {new SignificanceOptions().LeastS} s with both. Shorter pairs show chance and coupling alike; 5 minutes or more are better."),
        SynchronyDoubt.TooManyGaps => "one or the other is missing for more than half of the time. Give a stretch with fewer gaps.",
        SynchronyDoubt.Constant => "a series does not change, and what never changes moves with nothing. Check that the column is the right one.",
        SynchronyDoubt.SameRecording => "a and b are the same recording, or two straps on one person. Check which files or straps they are from.",
        SynchronyDoubt.Paced => "both breathe at one pace, and no comparison can tell coupling from that. Look at a stretch without a pacer.",
        _ => "",
    };

    private static string First(SynchronyResult result) => result.First switch
    {
        'A' => "a moves first, b follows.",
        'B' => "b moves first, a follows.",
        _ => "Who moves first cannot be told: the lag's interval holds 0.",
    };

    private static void Row(TextWriter output, string name, BandSynchrony? band)
    {
        if (band is not null)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name,-10} {$"{band.Hz.FromHz} to {band.Hz.ToHz}",-14} {band.R,6:0.00} {$"< {band.NullR95:0.00}",10} {band.LagS,6:0.00} {$"{band.LagLowS:0.00} to {band.LagHighS:0.00}",-16} {band.P,6:0.000}").TrimEnd());
        }
    }
}
