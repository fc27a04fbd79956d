using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Hrv.Spectra;

namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>A sliding window with all measures: the time domain of now, the others as of the last renewal.</summary>
/// <remarks>A renewal keeps a copy of the intervals; a measure of it is computed when it is first asked for, so that what nobody reads costs
/// nothing. It falls to the first beat after every full step of session time: it depends on the beats alone.</remarks>
/// <param name="lengthS">Its length, s.</param>
/// <param name="options">How often to renew.</param>
internal sealed class HrvWindow(double lengthS, HrvOptions options)
{
    private readonly SpectralWorkspace _workspace = new();
    private readonly NnWindow _now = new(lengthS);
    private double _nowS = double.NaN;
    private double[] _renewedNnMs = [];
    private int _renewedCount;
    private NnQuality _renewedQuality;
    private double _renewedS = double.NaN;
    private HrvMeasures? _renewedMeasures;

    /// <summary>Takes the next row.</summary>
    public void Add(in Beat row)
    {
        _now.Add(row);
        _nowS = row.TimeS;
        if (!(Math.Floor(_nowS / options.RenewEveryS) <= Math.Floor(_renewedS / options.RenewEveryS)))
            Renew();
    }

    /// <summary>What the window holds for a measure.</summary>
    public NnQuality Quality(HrvMetric metric) => metric.OfTimeDomain is null ? _renewedQuality : _now.Quality;

    /// <summary>The value of a measure.</summary>
    public HrvReading Read(HrvMetric metric)
    {
        if (metric.OfTimeDomain is not { } value)
            return new(metric.Of(_renewedQuality, _renewedMeasures ??= new(_renewedNnMs[.._renewedCount], options, _workspace)), _renewedS);

        return new(metric.Needs.WhyNot(_now.Quality) is { } reason ? HrvValue.None(reason) : HrvValue.Of(value(_now.TimeDomain)), _nowS);
    }

    private void Renew()
    {
        _renewedS = _nowS;
        _renewedQuality = _now.Quality;
        _renewedCount = _now.NnMs.Length;
        if (_renewedNnMs.Length < _renewedCount)
            _renewedNnMs = new double[2 * _renewedCount];
        _now.NnMs.CopyTo(_renewedNnMs);
        _renewedMeasures = null;
    }
}
