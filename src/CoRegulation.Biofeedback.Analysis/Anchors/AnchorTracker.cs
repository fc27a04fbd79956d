using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.HeartRates;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Anchors;

/// <summary>The anchor by level as known by now, from heart rates in order; 16 bytes for each 10 s of the session.</summary>
internal sealed class AnchorTracker(AnchorOptions options)
{
    private const int PointSamples = LevelSearch.PointS * HeartRateGrid.SamplesPerSecond;

    private readonly LevelSearch _search = new(options);
    private readonly double[] _a = new double[PointSamples];
    private readonly double[] _b = new double[PointSamples];
    private double[] _aPoints = new double[LevelSearch.FirstPoints];
    private double[] _bPoints = new double[LevelSearch.FirstPoints];
    private int _samples;
    private int _points;

    /// <summary>Takes the next heart rates, bpm or NaN.</summary>
    /// <returns>Whether a stretch of 10 s is full, so that there may be something new to find.</returns>
    public bool Add(double aBpm, double bBpm)
    {
        (_a[_samples], _b[_samples]) = (aBpm, bBpm);
        if (++_samples < PointSamples)
            return false;

        if (_points == _aPoints.Length)
        {
            Array.Resize(ref _aPoints, 2 * _points);
            Array.Resize(ref _bPoints, 2 * _points);
        }

        (_aPoints[_points], _bPoints[_points]) = (PresentMedian.Of(_a, PointSamples / 2), PresentMedian.Of(_b, PointSamples / 2));
        (_points, _samples) = (_points + 1, 0);
        return true;
    }

    /// <summary>Searches all that came so far.</summary>
    public AnchorFinding Find(Baseline? aBaseline, Baseline? bBaseline) =>
        _search.Find(_aPoints.AsSpan(0, _points), _bPoints.AsSpan(0, _points), aBaseline, bBaseline);
}
