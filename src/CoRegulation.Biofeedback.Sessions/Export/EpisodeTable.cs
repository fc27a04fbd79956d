using CoRegulation.Biofeedback.Analysis.Episodes;
using CoRegulation.Biofeedback.Sessions.Engine;

namespace CoRegulation.Biofeedback.Sessions.Export;

/// <summary>The table <c>episodes.csv</c>.</summary>
internal static class EpisodeTable
{
    /// <summary>The episodes of all people, in order of onset.</summary>
    public static IEnumerable<(string Person, Episode Episode)> Rows(SessionAnalysis analysis) => analysis.People
        .SelectMany(person => person.Episodes.Select(episode => (person.Person.Id, episode)))
        .OrderBy(row => row.episode.OnsetS);

    /// <summary>The table; its columns are the keys of <c>summary.json</c>.</summary>
    public static CsvTable Of(SessionAnalysis analysis) => new CsvTableOf<(string Person, Episode Episode)>(
        "episodes.csv",
        Rows(analysis),
        [
            new("person", "", "A or B", row => row.Person),
            new("onset_s", "s", "when the heart rate began to rise", row => row.Episode.OnsetS),
            new("peak_s", "s", "when it was highest", row => row.Episode.PeakS),
            new("amplitude_bpm", "bpm", "the peak above the own baseline", row => row.Episode.AmplitudeBpm),
            new("time_to_baseline_s", "s", "from the peak until the heart rate was back at the baseline to stay for 30 s; empty when that was not seen", row => row.Episode.TimeToBaselineS),
            new("censored", "", "true when the return was not seen: the recording ended, a gap came, or the next episode began", row => row.Episode.IsCensored ? "true" : "false"),
            new("time_constant_s", "s", "time constant of the exponential return; empty where the return tells too little of it", row => row.Episode.TimeConstantS),
            new("time_to_half_s", "s", "from the peak until half of the amplitude was left; empty when that was not seen", row => row.Episode.TimeToHalfS),
            new("observed_s", "s", "how long after the peak it is certain that the heart rate was not back yet", row => row.Episode.ObservedS),
        ]);
}
