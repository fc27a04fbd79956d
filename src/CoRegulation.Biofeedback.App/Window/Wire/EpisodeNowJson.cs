namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>An episode as known now; units as in <see cref="Analysis.Episodes.EpisodeNow"/>.</summary>
internal sealed record EpisodeNowJson(double SinceOnsetS, double SincePeakS, double AmplitudeBpm, bool Returned, double? TimeToBaselineS);
