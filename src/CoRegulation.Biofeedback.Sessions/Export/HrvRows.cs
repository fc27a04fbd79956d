using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Sessions.Engine;

namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>The rows of <c>hrv.csv</c>: the windows of the live display at every step, then every phase, then the whole session.</summary>
internal sealed class HrvRows(SessionAnalysis analysis)
{
    private readonly IReadOnlyList<SessionPhase> _phases = analysis.Phases;

    /// <summary>The measures, in the order of the values.</summary>
    public ImmutableArray<HrvMetric> Metrics { get; } = HrvMetrics.All(analysis.Options.Hrv);

    /// <summary>All rows of all people.</summary>
    public IEnumerable<(string Person, HrvRow Row)> All() =>
        analysis.People.SelectMany(person => Of(person).Select(row => (person.Person.Id, row)));

    /// <summary>The measures over the whole session; null for a session without length.</summary>
    public HrvRow? Whole(PersonResult person) => Over(person, 0, analysis.DurationS);

    /// <summary>The phase that holds all of a window; null when there is none.</summary>
    public string? PhaseOf(HrvRow row) =>
        _phases.FirstOrDefault(phase => phase.StartS <= row.StartS && row.EndS <= phase.EndS)?.Label;

    /// <summary>Why values of a row are missing; empty when none is.</summary>
    public string Missing(HrvRow row) => MissingWords.Of(Metrics, row.Values);

    private IEnumerable<HrvRow> Of(PersonResult person) =>
    [
        .. HrvTable.Compute(person.Beats, analysis.Options.Hrv),
        .. _phases.Select(phase => Over(person, phase.StartS, phase.EndS)).OfType<HrvRow>(),
        .. new[] { Whole(person) }.OfType<HrvRow>(),
    ];

    private HrvRow? Over(PersonResult person, double startS, double endS) =>
        endS > startS ? HrvTable.Over(person.Beats, startS, endS, analysis.Options.Hrv) : null;
}
