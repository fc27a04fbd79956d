using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>The data of <c>event: marker</c>: something that people noted.</summary>
/// <param name="TimeS">When, s.</param>
/// <param name="Kind"><c>phase</c>, <c>marker</c>, <c>note</c> or <c>pacer</c>.</param>
/// <param name="Label">What.</param>
internal sealed record EventJson(double TimeS, string Kind, string Label)
{
    /// <summary>An event for the stream; null for a fact that is none.</summary>
    public static EventJson? From(Fact fact) => fact switch
    {
        PhaseFact phase => new(phase.TimeS, "phase", phase.Label),
        MarkerFact marker => new(marker.TimeS, "marker", marker.Label),
        NoteFact note => new(note.TimeS, "note", note.Text),
        PacerFact { PerMin: { } perMin } => new(fact.TimeS, "pacer", FormattableString.Invariant($"pacer {perMin:0.##} a minute")),
        PacerFact => new(fact.TimeS, "pacer", "pacer off"),
        _ => null,
    };
}
