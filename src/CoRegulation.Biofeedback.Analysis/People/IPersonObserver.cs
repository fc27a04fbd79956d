using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Breathing;

namespace CoRegulation.Biofeedback.Analysis.People;

/// <summary>Hears of everything that becomes known of one person, in order: what an export writes.</summary>
public interface IPersonObserver
{
    /// <summary>A beat is decided.</summary>
    /// <param name="beat">The beat.</param>
    void OnBeat(in Beat beat);

    /// <summary>A sample of the 4 Hz heart rate is known.</summary>
    /// <param name="index">It stands at index/4 s; every index comes once, from 0 on.</param>
    /// <param name="bpm">Heart rate, bpm; NaN in a gap.</param>
    void OnHeartRate(long index, double bpm);

    /// <summary>Breathing was read anew, or could not be.</summary>
    /// <param name="timeS">End of its window, s since session start.</param>
    /// <param name="breathing">The reading, or why there is none.</param>
    void OnBreathing(double timeS, in BreathingEstimate breathing);
}
