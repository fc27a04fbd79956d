using System.Globalization;
using CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.App.Window.Words;

/// <summary>Whether two people move together beyond chance. Between looks there is an effect and no verdict.</summary>
internal static class SynchronyWords
{
    /// <summary>The verdict as a card has room for it.</summary>
    public static string Short(LiveVerdict verdict) => verdict.State switch
    {
        VerdictState.NotYetKnown => $"together: not yet known{Next(verdict)}",
        VerdictState.NotBeyondChance => "together: not beyond chance so far",
        VerdictState.BeyondChance => $"together: beyond chance at {Minutes(verdict.Look!.AtS)}",
        VerdictState.Paced => "together: paced, no verdict",
        VerdictState.Withheld => "together: no verdict",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict.State, "A verdict without words."),
    };

    /// <summary>The verdict in a sentence, beside how often pairs of strangers reach as much, and what else may have moved both.</summary>
    public static string Sentence(LiveVerdict verdict) => verdict.State switch
    {
        VerdictState.NotYetKnown => $"Not yet known{Next(verdict)}: strangers often look as alike as this for a while.",
        VerdictState.NotBeyondChance => $"Not beyond chance so far: at the look at {Minutes(verdict.Look!.AtS)}, {Strangers(verdict)}{Next(verdict)}.{Confounds(verdict)}",
        VerdictState.BeyondChance => $"Beyond chance at the look at {Minutes(verdict.Look!.AtS)}: {Strangers(verdict)}.{Confounds(verdict)}",
        VerdictState.Paced => "Paced: both breathe at one pace, so nobody can tell moving together from keeping time. No verdict.",
        VerdictState.Withheld => $"No verdict: {Reason(verdict.Doubt)}{Next(verdict)}.",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict.State, "A verdict without words."),
    };

    private static string Strangers(LiveVerdict verdict) =>
        $"{Percent(verdict.Look!.Result.P)} of pairs of strangers reach this much";

    private static string Confounds(LiveVerdict verdict)
    {
        var words = verdict.Confounds.Select(confound => confound switch
        {
            SynchronyConfound.CommonPace => "a common pace, left out",
            SynchronyConfound.BothRose => "both rose strongly at once",
            SynchronyConfound.PhaseChange => "both changed when a phase began",
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), confound, "A confound without words."),
        }).ToArray();
        return words.Length == 0 ? "" : $" Other causes: {string.Join("; ", words)}.";
    }

    private static string Reason(SynchronyDoubt doubt) => doubt switch
    {
        SynchronyDoubt.NoOverlap => "the two were never seen at the same time",
        SynchronyDoubt.TooShort => "too little time with both",
        SynchronyDoubt.TooManyGaps => "too many gaps",
        SynchronyDoubt.Constant => "a heart rate that never changes",
        SynchronyDoubt.SameRecording => "both straps send the same heart",
        SynchronyDoubt.Paced => "both breathe at one pace",
        _ => "not enough to tell",
    };

    private static string Next(LiveVerdict verdict) => verdict switch
    {
        { NextLookS: { } look, NextLookShownS: { } shown } => $" (look at {Minutes(look)}, shown from {Minutes(shown)})",
        { NextLookS: { } next } => $" (next look at {Minutes(next)})",
        _ => "",
    };

    /// <summary>"5 min", "7:30 min": a look stands at a round time, or later where time did not count.</summary>
    private static string Minutes(double timeS) => Math.Round(timeS) % 60 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(timeS / 60)} min")
        : $"{TimeWords.Clock(Math.Round(timeS))} min";

    private static string Percent(double share) => $"{ReadingWords.Format(100 * share, share < 0.1 ? 1 : 0)} %";
}
