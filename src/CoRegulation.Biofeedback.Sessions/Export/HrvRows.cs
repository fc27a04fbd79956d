using System.Collections.Immutable;
using System.Globalization;
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
    public string Missing(HrvRow row)
    {
        var limit = analysis.Options.Hrv.MaxArtefactShare;
        if (row.ArtefactShare > limit)
            return string.Create(CultureInfo.InvariantCulture, $"{100 * row.ArtefactShare:0.#} % of the intervals are not normal, at most {100 * limit:0.#} % may be");
        var missing = Metrics.Where((_, i) => !double.IsFinite(row.Values[i])).ToArray();
        return missing.Length == 0 ? "" : string.Join("; ", missing
            .GroupBy(metric => metric.MinimumS)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', group.Select(metric => metric.Key))}: needs {group.Key:0.#} s of normal intervals, has {row.CoverageS:0.#} s")));
    }

    private IEnumerable<HrvRow> Of(PersonResult person) =>
    [
        .. HrvTable.Compute(person.Beats, analysis.Options.Hrv),
        .. _phases.Select(phase => Over(person, phase.StartS, phase.EndS)).OfType<HrvRow>(),
        .. new[] { Whole(person) }.OfType<HrvRow>(),
    ];

    private HrvRow? Over(PersonResult person, double startS, double endS) =>
        endS > startS ? HrvTable.Over(person.Beats, startS, endS, analysis.Options.Hrv) : null;
}
