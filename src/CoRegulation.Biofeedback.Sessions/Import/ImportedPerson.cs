namespace CoRegulation.Biofeedback.Sessions.Import;

/// <summary>Whose intervals they are and when they begin.</summary>
/// <param name="Series">The intervals.</param>
/// <param name="Name">What the person is called; free text.</param>
/// <param name="OffsetS">When the first interval begins, s since the session's start; 0 or more.</param>
public sealed record ImportedPerson(RrSeries Series, string Name, double OffsetS = 0);
