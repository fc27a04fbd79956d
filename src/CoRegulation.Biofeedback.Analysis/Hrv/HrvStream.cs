using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>Heart-rate variability of one person as the beats come: artefact correction, sliding windows, all measures.</summary>
/// <remarks>Windows end at the newest decided beat, <see cref="DelayBeats"/> behind the newest; readings depend on the beats alone. The time domain
/// is new with every beat, all else is renewed every <see cref="HrvOptions.RenewEveryS"/> of session time. Memory is bounded.</remarks>
public sealed class HrvStream
{
    private readonly IArtefactCorrector _corrector;
    private readonly HrvWindows _windows;
    private readonly List<Beat> _decided = [];

    /// <summary>A stream that has seen nothing yet.</summary>
    /// <param name="artefacts">How to correct; the defaults when null.</param>
    /// <param name="options">Windows and what each measure needs; the defaults when null.</param>
    public HrvStream(ArtefactOptions? artefacts = null, HrvOptions? options = null)
    {
        _corrector = ArtefactCorrection.Create(artefacts ?? new());
        _windows = new HrvWindows(options ?? new());
    }

    /// <summary>The measures that can be read.</summary>
    public ImmutableArray<HrvMetric> Metrics => _windows.Metrics;

    /// <summary>Beats that must follow before a beat is decided.</summary>
    public int DelayBeats => _corrector.DelayBeats;

    /// <summary>Takes the next beat.</summary>
    /// <param name="beat">The next beat of this person, not earlier than the one before.</param>
    /// <returns>The rows of the correction that it decides, none or several; good until the next call.</returns>
    public IReadOnlyList<Beat> Add(in TimedBeat beat)
    {
        _decided.Clear();
        _corrector.Add(beat, _decided);
        return Taken();
    }

    /// <summary>No more beats come: those that wait are decided.</summary>
    /// <returns>Their rows; good until the next call.</returns>
    public IReadOnlyList<Beat> Finish()
    {
        _decided.Clear();
        _corrector.Flush(_decided);
        return Taken();
    }

    /// <summary>A measure over its own window, up to the newest decided beat or the last renewal.</summary>
    /// <param name="key">Its key, for example <c>rmssd</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such measure.</exception>
    public HrvReading Read(string key) => _windows.Read(key);

    /// <summary>How much the window of a measure holds and how good it is, as of the beat that its reading is of.</summary>
    /// <param name="key">Its key.</param>
    /// <exception cref="KeyNotFoundException">There is no such measure.</exception>
    public NnQuality Quality(string key) => _windows.Quality(key);

    private List<Beat> Taken()
    {
        foreach (var row in _decided)
            _windows.Add(row);
        return _decided;
    }
}
