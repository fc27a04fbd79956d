namespace CoRegulation.Biofeedback.Sensors.Simulation.Hearts;

/// <summary>Samples that come and go, kept sorted.</summary>
internal sealed class RunningMedian
{
    private readonly List<double> _sorted = [];

    /// <summary>The middle value, the mean of the two middle ones for an even number.</summary>
    public double Median => (_sorted[(_sorted.Count - 1) / 2] + _sorted[_sorted.Count / 2]) / 2;

    /// <summary>The median of some samples, at least one.</summary>
    public static double Of(ReadOnlySpan<double> samples)
    {
        var sorted = samples.ToArray();
        Array.Sort(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>One more.</summary>
    public void Add(double sample)
    {
        var at = _sorted.BinarySearch(sample);
        _sorted.Insert(at < 0 ? ~at : at, sample);
    }

    /// <summary>One that is there goes.</summary>
    public void Remove(double sample) => _sorted.RemoveAt(_sorted.BinarySearch(sample));
}
