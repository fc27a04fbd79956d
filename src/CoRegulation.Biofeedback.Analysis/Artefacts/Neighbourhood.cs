using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>What is known of the intervals decided so far: the last ones, their level and the spread of their differences.</summary>
internal sealed class Neighbourhood
{
    private const int Remembered = 8;

    /// <summary>Differences the spread is learnt from: a minute or so.</summary>
    private const int Differences = 64;

    /// <summary>Differences needed for a spread of one's own; before that it is <see cref="FirstSpread"/> of the level, as of a lively heart at rest.</summary>
    private const int FewestDifferences = 6;
    private const double FirstSpread = 0.045;

    /// <summary>A spread of n differences is raised by four nths of itself: few may all be small by chance.</summary>
    private const double Caution = 4;

    /// <summary>Upper quartile of the size of a normally distributed number of standard deviation 1.</summary>
    private const double NormalQuartile = 1.1503;

    /// <summary>Least spread, ms and of the level: steps of a clock of 1/128 s are no artefacts. Largest, of the level: breathing reaches 0.15;
    /// beyond, bigeminy would become its own normal.</summary>
    private const double LeastMs = 10;
    private const double Least = 0.008;
    private const double Largest = 0.2;

    private readonly double[] _normalMs = new double[Remembered];
    private readonly SortedWindow _differences = new(Differences);
    private int _normals;
    private double _spreadMs = double.NaN;

    /// <summary>Intervals without an explanation since the last normal one.</summary>
    public int Age { get; private set; }

    private double LastMs => _normals is 0 ? double.NaN : _normalMs[(_normals - 1) % Remembered];

    /// <summary>An interval that is normal.</summary>
    public void Add(double nnMs)
    {
        if (Age is 0 && _normals > 0)
            Learn(Math.Abs(nnMs - LastMs));
        Fill(nnMs);
    }

    /// <summary>An interval that stands for what was mended.</summary>
    public void Fill(double nnMs)
    {
        _normalMs[_normals++ % Remembered] = nnMs;
        Age = 0;
    }

    /// <summary>An interval whose size alone was doubted. Its difference counts up to six spreads: where true changes are doubted the spread
    /// grows until they are not, while lone artefacts hardly move it.</summary>
    public void Doubt(double rrMs)
    {
        if (Age is 0 && _normals > 0 && _differences.Finite > 0)
            Learn(Math.Min(Math.Abs(rrMs - LastMs), 6 * _spreadMs));
    }

    /// <summary>An interval without an explanation.</summary>
    public void Skip() => Age++;

    /// <summary>The level may have changed for good.</summary>
    public void ForgetLevel() => (_normals, Age) = (0, 0);

    public void Clear()
    {
        ForgetLevel();
        _differences.Clear();
        _spreadMs = double.NaN;
    }

    /// <param name="comingMs">The next intervals, which give the level while little is known.</param>
    public Surroundings Surroundings(ReadOnlySpan<double> comingMs)
    {
        var levelMs = _normals >= Remembered ? Mean() : MedianWith(comingMs);
        var spreadMs = double.IsNaN(_spreadMs)
            ? FirstSpread * levelMs
            : Math.Clamp(_spreadMs, Math.Max(LeastMs, Least * levelMs), Math.Max(LeastMs, Largest * levelMs));
        return new(LastMs, Age, levelMs, spreadMs);
    }

    private void Learn(double differenceMs)
    {
        _differences.Add(differenceMs);
        if (_differences.Finite >= FewestDifferences)
            _spreadMs = _differences.Quantile(0.75) / NormalQuartile * (1 + (Caution / _differences.Finite));
    }

    private double Mean()
    {
        var sumMs = 0.0;
        foreach (var nn in _normalMs)
            sumMs += nn;
        return sumMs / Remembered;
    }

    private double MedianWith(ReadOnlySpan<double> comingMs)
    {
        Span<double> sorted = stackalloc double[Remembered + comingMs.Length];
        var count = Math.Min(_normals, Remembered);
        _normalMs.AsSpan(0, count).CopyTo(sorted);
        foreach (var rr in comingMs)
        {
            if (BeatSearch.IsSane(rr))
                sorted[count++] = rr;
        }

        if (count is 0)
            return 1000;
        sorted[..count].Sort();
        return sorted[count / 2];
    }
}
