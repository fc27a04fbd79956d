namespace CoRegulation.Biofeedback.Analysis.Hrv;

/// <summary>All families of measures over one run of intervals, each computed when it is first asked for and then kept.</summary>
public sealed class HrvMeasures
{
    private readonly Lazy<TimeDomainMeasures> _timeDomain;

    /// <summary>Measures of a series.</summary>
    /// <param name="nnMs">NN intervals, ms, above 0, oldest first; at least one. NaN marks a break, across which nothing is computed.</param>
    public HrvMeasures(double[] nnMs)
    {
        ArgumentNullException.ThrowIfNull(nnMs);
        _timeDomain = new(() => Hrv.TimeDomain.Compute(nnMs));
    }

    /// <summary>Time domain.</summary>
    public TimeDomainMeasures TimeDomain => _timeDomain.Value;
}
