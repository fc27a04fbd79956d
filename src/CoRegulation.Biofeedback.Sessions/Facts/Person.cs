namespace CoRegulation.Biofeedback.Sessions.Facts;

/// <summary>One of the people of a session.</summary>
public sealed record Person
{
    /// <summary>A or B.</summary>
    public required string Id { get; init; }

    /// <summary>What the person is called on the screen; free text, never a path or HTML. Who has no name is called <see cref="Nameless"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The same human across sessions, where known.</summary>
    public string? PersonId { get; init; }

    /// <summary>Year of birth, where known.</summary>
    public int? BirthYear { get; init; }

    /// <summary>What somebody is called who has no name: <c>Person A</c>.</summary>
    /// <param name="id">A or B.</param>
    public static string Nameless(string id) => $"Person {id}";

    /// <summary>Age in whole years at a time, to within a year; null where the year of birth is not known or makes no sense.</summary>
    /// <param name="time">When.</param>
    public int? AgeYears(DateTimeOffset time) => time.Year - BirthYear is >= 0 and <= 120 and var years ? years : null;

    /// <summary>Sex, where known; free text.</summary>
    public string? Sex { get; init; }

    /// <summary>The keys of the person that this program does not know: a JSON object on one line; null when there are none.</summary>
    public string? Extra { get; init; }
}
