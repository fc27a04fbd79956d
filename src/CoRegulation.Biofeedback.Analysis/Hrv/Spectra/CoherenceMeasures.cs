namespace CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

/// <summary>How far the rhythm of the heart rate is one single wave, in windows of 64 s. Exploratory.</summary>
/// <param name="First">Coherence of the first window: power around the peak over all other power; NaN when there is no window or no power.</param>
/// <param name="FirstPeakHz">Frequency of the first window's peak, Hz; NaN as for <paramref name="First"/>.</param>
/// <param name="Mean">Mean over all windows that have one; NaN when none has.</param>
/// <param name="Windows">Number of windows that were complete.</param>
public sealed record CoherenceMeasures(double First, double FirstPeakHz, double Mean, int Windows);
