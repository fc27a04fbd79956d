using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Figures.Overview;

/// <summary>A stretch of the session with a name.</summary>
/// <param name="Label">Its name; free text.</param>
/// <param name="StartS">Where it starts, s.</param>
/// <param name="EndS">Where the next one starts or the session ends, s.</param>
public sealed record PhaseBand(string Label, double StartS, double EndS)
{
    /// <summary>The phases of a session that stands at an instant.</summary>
    /// <param name="events">What people noted, in order of time.</param>
    /// <param name="nowS">Where the last phase ends so far, s.</param>
    internal static ImmutableArray<PhaseBand> Of(IEnumerable<Fact> events, double nowS)
    {
        var starts = events.OfType<PhaseFact>().ToArray();
        return [.. starts.Select((phase, i) => new PhaseBand(phase.Label, phase.TimeS, i + 1 < starts.Length ? starts[i + 1].TimeS : nowS))];
    }
}
