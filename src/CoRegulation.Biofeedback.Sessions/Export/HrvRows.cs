using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Hrv;
using CoRegulation.Biofeedback.Sessions.Engine;

namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>The rows of <c>hrv.csv</c>: the windows of the live display at every step, then every phase, then the whole session.</summary>
internal sealed class HrvRows
{
    private readonly ImmutableArray<SessionPhase> _phases;
    private readonly double _durationS;
    private readonly (PersonResult Person, HrvRow[] Rows)[] _people;

    /// <summary>Computes all rows.</summary>
    /// <param name="analysis">The session.</param>
    /// <param name="wholeOnly">Whether only the rows over the whole session are wanted, which take far less time.</param>
    public HrvRows(SessionAnalysis analysis, bool wholeOnly = false)
    {
        (_phases, _durationS, Metrics) = (analysis.Phases, analysis.DurationS, HrvMetrics.All(analysis.Options.Hrv));
        // The spectra of an hour are most of the work of an export, and people do not depend on each other.
        _people = [.. analysis.People.AsParallel().AsOrdered().Select(person => (person, (wholeOnly ? Whole(person.Beats, person.Options) : Of(person)).ToArray()))];
    }

    /// <summary>The measures, in the order of the values.</summary>
    public ImmutableArray<HrvMetric> Metrics { get; }

    /// <summary>Place of a measure among them.</summary>
    public int IndexOf(string key) => Metrics.Select(metric => metric.Key).ToList().IndexOf(key);

    /// <summary>All rows of all people.</summary>
    public IEnumerable<(PersonResult Person, HrvRow Row)> All() =>
        _people.SelectMany(person => person.Rows.Select(row => (person.Person, row)));

    /// <summary>The measures over the whole session; null for a session without length.</summary>
    public HrvRow? Whole(PersonResult person) =>
        _durationS > 0 ? _people.Single(known => ReferenceEquals(known.Person, person)).Rows[^1] : null;

    /// <summary>The phase that holds all of a window; null when there is none.</summary>
    public string? PhaseOf(HrvRow row) =>
        _phases.FirstOrDefault(phase => phase.StartS <= row.StartS && row.EndS <= phase.EndS)?.Label;

    /// <summary>Why values of a row are missing; empty when none is.</summary>
    public string Missing(HrvRow row) => MissingWords.Of(Metrics, row.Values);

    /// <summary>What to bear in mind with a row; empty when there is nothing.</summary>
    public string Warning(HrvRow row) => string.Join("; ", Metrics
        .Select(metric => metric.Needs.Caution(row.Quality))
        .OfType<string>()
        .Distinct());

    private IEnumerable<HrvRow> Of(PersonResult person)
    {
        foreach (var row in HrvTable.Compute(person.Beats, person.Options.Hrv))
            yield return row;
        foreach (var phase in _phases.Where(phase => phase.EndS > phase.StartS))
            yield return HrvTable.Over(person.Beats, phase.StartS, phase.EndS, person.Options.Hrv);
        foreach (var row in Whole(person.Beats, person.Options))
            yield return row;
    }

    private IEnumerable<HrvRow> Whole(IReadOnlyList<Beat> beats, AnalysisOptions options)
    {
        if (_durationS > 0)
            yield return HrvTable.Over(beats, 0, _durationS, options.Hrv);
    }
}
