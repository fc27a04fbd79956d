namespace CoRegulation.Biofeedback.Analysis.Anchors;

/// <summary>Points of one person in a part of the session.</summary>
/// <param name="Present">That are there.</param>
/// <param name="Steady">Of them, near the own middle.</param>
/// <param name="Returning">Of those there, while the other was up and came back.</param>
/// <param name="Within">Of the returning ones, within a spread of the own baseline.</param>
internal readonly record struct StaySums(int Present, int Steady, int Returning, int Within)
{
    public static StaySums operator +(StaySums x, StaySums y) =>
        new(x.Present + y.Present, x.Steady + y.Steady, x.Returning + y.Returning, x.Within + y.Within);

    /// <summary>Whether the person stayed.</summary>
    public bool IsStay(AnchorOptions options) =>
        Returning > 0 && Within >= options.WithinShare * Returning && Steady >= options.SteadyShare * Present;
}
