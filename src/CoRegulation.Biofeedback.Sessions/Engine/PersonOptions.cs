using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Engine;

/// <summary>Settings for one person of a session.</summary>
internal static class PersonOptions
{
    /// <summary>The settings of the session, for the person's age where it is known.</summary>
    public static AnalysisOptions For(this AnalysisOptions options, Person person, SessionHeader header) =>
        person.AgeYears(header.Started) is { } years ? options.ForAge(years) : options;
}
