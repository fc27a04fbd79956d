using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Breathing;
using CoRegulation.Biofeedback.Analysis.Episodes;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Engine;

/// <summary>What is finally known of one person.</summary>
public sealed record PersonResult
{
    /// <summary>Who.</summary>
    public required Person Person { get; init; }

    /// <summary>Settings that were used: those of the session, for the person's age where it is known.</summary>
    public required AnalysisOptions Options { get; init; }

    /// <summary>When the strap reported contact.</summary>
    public required ContactTimes Contact { get; init; }

    /// <summary>Every row of beats, in order of time.</summary>
    public required IReadOnlyList<Beat> Beats { get; init; }

    /// <summary>Heart rate at 0, 0.25, 0.5 ... s, bpm; NaN in a gap. Ends where the beats end.</summary>
    public required IReadOnlyList<double> HeartRateBpm { get; init; }

    /// <summary>Breathing at each renewal, with the end of its window, s.</summary>
    public required IReadOnlyList<(double TimeS, BreathingEstimate Estimate)> Breathing { get; init; }

    /// <summary>The own baseline; null when there is no stretch to take it from.</summary>
    public required Baseline? Baseline { get; init; }

    /// <summary>Episodes of arousal, in order of time; empty without a baseline.</summary>
    public required IReadOnlyList<Episode> Episodes { get; init; }

    /// <summary>Messages that came twice and were dropped.</summary>
    public required int Duplicates { get; init; }

    /// <summary>Stretches of beats without a missing one between them.</summary>
    public int Segments => Beats.Count == 0 ? 0 : Beats[^1].Segment + 1;
}
