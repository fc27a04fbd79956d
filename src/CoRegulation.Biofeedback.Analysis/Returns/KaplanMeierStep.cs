namespace CoRegulation.Biofeedback.Analysis.Returns;

/// <summary>A step of the estimated share of episodes that are not back yet.</summary>
/// <param name="TimeS">From this time on, s.</param>
/// <param name="AtRisk">Episodes that were not back, and still seen, just before.</param>
/// <param name="Share">Share that is not back after this time, from 1 down to 0.</param>
/// <param name="Low">Lower end of its 95 % interval; NaN where the share is 0.</param>
/// <param name="High">Upper end; NaN where the share is 0.</param>
public readonly record struct KaplanMeierStep(double TimeS, int AtRisk, double Share, double Low, double High);
