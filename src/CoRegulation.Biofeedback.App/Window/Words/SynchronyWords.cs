using System.Globalization;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>Whether two people move together beyond chance. Between looks there is an effect and no verdict.</summary>
internal static class SynchronyWords
{
    /// <summary>The verdict as a card has room for it.</summary>
    /// <param name="beyondChance">The verdict of the last look; null without one.</param>
    /// <param name="lookS">Session time of the last look, s; null before the first.</param>
    /// <param name="nextLookS">Session time of the next look, s; null where it is not known.</param>
    /// <param name="isPaced">Whether both breathe at one pace, so that nothing can be told.</param>
    public static string Short(bool? beyondChance, double? lookS, double? nextLookS, bool isPaced) => (isPaced, beyondChance, lookS) switch
    {
        (true, _, _) => "together: paced, no verdict",
        (_, true, { } look) => $"together: beyond chance at {Minutes(look)}",
        (_, false, _) => $"together: not beyond chance so far",
        _ => $"together: not yet known{Next(nextLookS)}",
    };

    /// <summary>The verdict in a sentence.</summary>
    /// <param name="beyondChance">The verdict of the last look; null without one.</param>
    /// <param name="lookS">Session time of the last look, s; null before the first.</param>
    /// <param name="p">Share of pairs of strangers that reach as much, 0 to 1; null without a look.</param>
    /// <param name="nextLookS">Session time of the next look, s; null where it is not known.</param>
    /// <param name="isPaced">Whether both breathe at one pace, so that nothing can be told.</param>
    public static string Sentence(bool? beyondChance, double? lookS, double? p, double? nextLookS, bool isPaced) => (isPaced, beyondChance, lookS, p) switch
    {
        (true, _, _, _) => "Paced: both breathe at one pace, so nobody can tell moving together from keeping time. No verdict.",
        (_, true, { } look, { } share) => $"Beyond chance at the look at {Minutes(look)}: {Percent(share)} of pairs of strangers reach this much.",
        (_, false, { } look, { } share) => $"Not beyond chance so far: at the look at {Minutes(look)}, {Percent(share)} of pairs of strangers reach this much{Next(nextLookS)}.",
        _ => $"Not yet known{Next(nextLookS)}: strangers often look as alike as this for a while.",
    };

    private static string Next(double? nextLookS) => nextLookS is { } next ? $" (next look at {Minutes(next)})" : "";

    /// <summary>"5 min", "7:30 min": looks stand at round times.</summary>
    private static string Minutes(double timeS) => Math.Round(timeS) % 60 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(timeS / 60)} min")
        : $"{TimeWords.Clock(Math.Round(timeS))} min";

    private static string Percent(double share) => $"{ReadingWords.Format(100 * share, share < 0.1 ? 1 : 0)} %";
}
