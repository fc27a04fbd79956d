using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.Episodes;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;

namespace CoRegulation.Biofeedback.Figures.Episodes;

/// <summary>What the figure of the episodes shows: each rise of a heart rate above the own baseline, from its onset.</summary>
public sealed record EpisodesData
{
    /// <summary>One or two people, A first.</summary>
    public required ImmutableArray<PersonEpisodes> People { get; init; }

    /// <summary>What to say when there is no episode. Default "no episode": nobody's heart rate rose well above the own baseline.</summary>
    public string Missing { get; init; } = "no episode";

    /// <summary>The episodes of a session that runs, from the heart rates and the baselines as known now.</summary>
    /// <param name="header">Who takes part.</param>
    /// <param name="history">What has been so far.</param>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    public static EpisodesData From(SessionHeader header, SnapshotHistory history)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(history);
        var columns = history.Read();
        var before = Enumerable.Repeat(double.NaN, (int)columns.FirstIndex);
        var baselines = columns.HeartRateBpm.Select((_, person) => history.BaselineOf(person)).ToArray();
        return new()
        {
            People = [.. header.People.Select((person, i) => Of(person.Name, [.. before, .. columns.HeartRateBpm[i].Select(bpm => (double)bpm)], baselines[i]))],
            Missing = baselines.All(baseline => baseline is null) ? "no baseline yet" : "no episode so far",
        };

        static PersonEpisodes Of(string name, double[] heartRateBpm, Baseline? baseline) =>
            new(name, Traces(heartRateBpm, EpisodeFinder.Find(heartRateBpm, baseline)));
    }

    /// <summary>The episodes of a whole session, with hindsight.</summary>
    /// <param name="analysis">The session.</param>
    /// <exception cref="ArgumentNullException"><paramref name="analysis"/> is null.</exception>
    public static EpisodesData From(SessionAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return new()
        {
            People = [.. analysis.People.Select(person => new PersonEpisodes(person.Person.Name, Traces(person.HeartRateBpm, person.Episodes)))],
            Missing = analysis.People.All(person => person.Baseline is null) ? "no baseline to count from" : "no episode",
        };
    }

    private static ImmutableArray<EpisodeTrace> Traces(IReadOnlyList<double> heartRateBpm, IEnumerable<Episode> episodes) =>
        [.. episodes.Select(episode => EpisodeTrace.Of(heartRateBpm, episode.BaselineBpm, episode.OnsetS, episode.PeakS + episode.ObservedS, episode.IsCensored))];
}
