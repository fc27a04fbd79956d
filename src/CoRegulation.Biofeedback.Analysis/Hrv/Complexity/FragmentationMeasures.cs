namespace CoRegulation.Biofeedback.Analysis.Hrv.Complexity;

/// <summary>How broken the ups and downs of the intervals are. All are NaN where no three intervals are neighbours.</summary>
/// <param name="PipPercent">PIP: inflection points, percent of the intervals.</param>
/// <param name="Ials">IALS: inverse of the mean length of segments of acceleration or deceleration, in intervals; NaN when nothing changes.</param>
/// <param name="PssPercent">PSS: intervals that are not in such a segment of three or more, percent; NaN when nothing changes.</param>
/// <param name="PasPercent">PAS: intervals in stretches of four or more in which acceleration changes its sign at every beat, percent.</param>
public readonly record struct FragmentationMeasures(double PipPercent, double Ials, double PssPercent, double PasPercent);
