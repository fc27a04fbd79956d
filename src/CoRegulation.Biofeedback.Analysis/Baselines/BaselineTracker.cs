using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Baselines;

/// <summary>The baseline as known by now, from heart-rate samples in order.</summary>
/// <remarks>The latest baseline phase with enough heart rate in it, while it runs too; until there is one, the stretch without a
/// gap that has the lowest median so far, the earliest on a tie. O(log n) comparisons a sample.</remarks>
internal sealed class BaselineTracker(BaselineOptions options)
{
    private const double MadToSd = 1.4826;

    private readonly SortedWindow _stretch = new(Samples(options.StretchS));
    private readonly SortedWindow _phase = new(Samples(options.PhaseMaxS));
    private readonly Queue<(double FromS, bool IsBaseline)> _coming = new();
    private Baseline? _ofStretch;
    private Baseline? _ofPhase;
    private bool _inPhase;
    private double _phaseFromS;

    /// <summary>The baseline; null while there is none.</summary>
    public Baseline? Current => _ofPhase ?? _ofStretch;

    /// <summary>A phase begins; samples from then on are in it.</summary>
    public void BeginPhase(string label, double timeS) => _coming.Enqueue((timeS, label == options.PhaseLabel));

    /// <summary>Takes the heart rate at index/4 s, bpm or NaN.</summary>
    public void Add(long index, double bpm)
    {
        while (_coming.TryPeek(out var next) && next.FromS <= index / (double)HeartRateGrid.SamplesPerSecond)
        {
            _coming.Dequeue();
            if (next.IsBaseline)
            {
                _phase.Clear();
                _phaseFromS = next.FromS;
            }

            _inPhase = next.IsBaseline;
        }

        AddToStretch(index, bpm);
        if (_inPhase && !double.IsNaN(bpm))
            AddToPhase(index, bpm);
    }

    private void AddToStretch(long index, double bpm)
    {
        if (double.IsNaN(bpm))
        {
            _stretch.Clear();
            return;
        }

        _stretch.Add(bpm);
        if (_stretch.IsFull && (_ofStretch is not { } best || _stretch.Median < best.Bpm))
            _ofStretch = Of(_stretch, isFromPhase: false, TimeS(index - _stretch.Count + 1), TimeS(index));
    }

    private void AddToPhase(long index, double bpm)
    {
        _phase.Add(bpm);
        if (_phase.Count >= Samples(options.PhaseMinS))
            _ofPhase = Of(_phase, isFromPhase: true, Math.Max(_phaseFromS, TimeS(index - Samples(options.PhaseMaxS) + 1)), TimeS(index));
    }

    private Baseline Of(SortedWindow window, bool isFromPhase, double fromS, double toS) =>
        new(window.Median, Math.Max(options.MinSpreadBpm, MadToSd * window.MedianDeviation()), isFromPhase, fromS, toS);

    private static double TimeS(long index) => index / (double)HeartRateGrid.SamplesPerSecond;

    private static int Samples(double seconds) => (int)(seconds * HeartRateGrid.SamplesPerSecond);
}
