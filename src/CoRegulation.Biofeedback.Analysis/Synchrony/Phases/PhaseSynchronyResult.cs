namespace CoRegulation.Biofeedback.Analysis.Synchrony.Phases;

/// <summary>How constant the phase difference of two series is in a band.</summary>
/// <param name="Plv">Phase-locking value, from 0 (any difference as often as any other) to 1 (always the same).</param>
/// <param name="MeanDifferenceRad">Mean phase of A less that of B, rad, from -π to π: positive when A is ahead.</param>
/// <remarks>Both are NaN when either series has nothing in the band.</remarks>
public readonly record struct PhaseSynchronyResult(double Plv, double MeanDifferenceRad);
