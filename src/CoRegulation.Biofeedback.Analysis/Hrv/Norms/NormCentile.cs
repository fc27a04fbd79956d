namespace CoRegulation.Biofeedback.Analysis.Hrv.Norms;

/// <summary>A centile of a reference population.</summary>
/// <param name="Percent">Share of people below the value, percent, from 0 to 100.</param>
/// <param name="Value">The value, in the unit of its <see cref="Norm"/>.</param>
public readonly record struct NormCentile(double Percent, double Value);
