using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Analysis.Dyads;
using CoRegulation.Biofeedback.Analysis.Synchrony.Looks;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Engine;

/// <summary>A whole session with hindsight: every beat at its final time, then the same analysis that runs live.</summary>
public sealed record SessionAnalysis
{
    /// <summary>Who took part.</summary>
    public required SessionHeader Header { get; init; }

    /// <summary>Settings that were used; those of a person stand with the person.</summary>
    public required AnalysisOptions Options { get; init; }

    /// <summary>Time of the last fact, s.</summary>
    public required double DurationS { get; init; }

    /// <summary>Phases, markers, notes and the pacer's changes, in order of time.</summary>
    public required ImmutableArray<Fact> Events { get; init; }

    /// <summary>The phases, in order of time.</summary>
    public ImmutableArray<SessionPhase> Phases
    {
        get
        {
            var starts = Events.OfType<PhaseFact>().ToArray();
            return [.. starts.Select((phase, i) => new SessionPhase(phase.Label, phase.TimeS, i + 1 < starts.Length ? starts[i + 1].TimeS : DurationS))];
        }
    }

    /// <summary>The people, A first.</summary>
    public required ImmutableArray<PersonResult> People { get; init; }

    /// <summary>The pair; null for one person.</summary>
    public required DyadResult? Dyad { get; init; }

    /// <summary>Analyses a session from its facts.</summary>
    /// <param name="header">Who took part.</param>
    /// <param name="facts">All facts, in order of time.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    public static SessionAnalysis Run(SessionHeader header, IReadOnlyList<Fact> facts, AnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(facts);
        var settings = options ?? new AnalysisOptions();
        var phases = facts.OfType<PhaseFact>().ToArray();
        var people = header.People.Select(person => new PersonPass(person, facts, phases, settings.For(person, header))).ToArray();
        var pair = people is [var a, var b] ? new DyadPass() : null;
        var dyad = pair is null ? null : new DyadAnalysis(people[0].Analysis, people[1].Analysis, settings with { Looks = LookOptions.None }, pair);

        // Both people in step, so that the short memory of the heart-rate grid is enough for the pair.
        while (people.Where(person => person.HasMore).MinBy(person => person.NextTimeS) is { } next)
        {
            next.Step();
            dyad?.Advance();
        }

        foreach (var person in people)
            person.Analysis.Finish();
        dyad?.Advance();

        ImmutableArray<PersonResult> results = [.. people.Select(person => person.Result())];
        return new SessionAnalysis
        {
            Header = header,
            Options = settings,
            DurationS = facts.Count == 0 ? 0 : facts[^1].TimeS,
            Events = [.. facts.Where(fact => fact.IsEvent())],
            People = results,
            Dyad = pair?.Result(results[0], results[1], facts, settings),
        };
    }
}
