using CoRegulation.Biofeedback.Analysis.Trends;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>A number and how it changes over the weeks.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Slope">Its median over the sessions and its change a week.</param>
public sealed record TrendNumber(string Name, string Unit, WeeklySlope Slope);
