using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>A phase with its end.</summary>
/// <param name="Label">Its label.</param>
/// <param name="StartS">Start, s.</param>
/// <param name="EndS">Where the next phase starts, or the session ends, s.</param>
internal sealed record SessionPhase(string Label, double StartS, double EndS)
{
    /// <summary>The phases of a session, in order.</summary>
    public static IReadOnlyList<SessionPhase> Of(SessionAnalysis analysis)
    {
        var starts = analysis.Events.OfType<PhaseFact>().ToArray();
        return [.. starts.Select((phase, i) =>
            new SessionPhase(phase.Label, phase.TimeS, i + 1 < starts.Length ? starts[i + 1].TimeS : analysis.DurationS))];
    }
}
