using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.Statistics;

namespace CoRegulation.Biofeedback.Analysis.Anchors;

/// <summary>Who stayed while the other was up and came back; keeps its space from search to search.</summary>
internal sealed class LevelSearch(AnchorOptions options)
{
    /// <summary>Length of the medians that are searched, s.</summary>
    public const int PointS = 10;

    /// <summary>Medians for which there is space at first: eighty-five minutes.</summary>
    public const int FirstPoints = 512;

    private const int Resamples = 200;

    // A minute: longer than most of what a heart rate still remembers.
    private const int PiecePoints = 6;

    private readonly StayCounts _a = new();
    private readonly StayCounts _b = new();
    private bool[] _isReturning = [];
    private double[] _scratch = [];

    /// <summary>Searches medians of 10 s; NaN where there is none.</summary>
    public AnchorFinding Find(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Baseline? aBaseline, Baseline? bBaseline)
    {
        var both = 0;
        for (var i = 0; i < a.Length; i++)
            both += double.IsNaN(a[i]) || double.IsNaN(b[i]) ? 0 : 1;
        if (both * PointS < options.MinBothS)
            return AnchorFinding.NotAsked(AnchorReason.TooShort);
        if (aBaseline is not { } ofA || bBaseline is not { } ofB)
            return AnchorFinding.NotAsked(AnchorReason.NoBaseline);
        if (IsConstant(a) || IsConstant(b))
            return AnchorFinding.NotAsked(AnchorReason.Constant);

        if (_scratch.Length < a.Length)
        {
            var length = Math.Max(FirstPoints, 2 * a.Length);
            (_scratch, _isReturning) = (new double[length], new bool[length]);
        }

        Count(_b, b, ofB, a, ofA);
        Count(_a, a, ofA, b, ofB);
        if (!_a.HasReturn && !_b.HasReturn)
            return AnchorFinding.NotAsked(AnchorReason.NoReturn);
        if (!IsLongEnough(_a) && !IsLongEnough(_b))
            return AnchorFinding.NotAsked(AnchorReason.TooShort);

        var (person, reason) = Answer(_a.Between(0, a.Length), _b.Between(0, a.Length));
        return new(person, Confidence(a.Length, reason, person), reason);
    }

    private void Count(StayCounts counts, ReadOnlySpan<double> bpm, Baseline own, ReadOnlySpan<double> other, Baseline ofOther)
    {
        var isReturning = _isReturning.AsSpan(0, other.Length);
        var hasReturn = Returns.Mark(other, ofOther, options, isReturning, _scratch);
        counts.Count(bpm, Median(bpm), own, hasReturn, isReturning, options.SteadyBpm);
    }

    /// <summary>Share of sessions made of minutes of this one, drawn with replacement, that give the same answer.</summary>
    private double Confidence(int points, AnchorReason reason, char? person)
    {
        var draws = new PieceDraws(seed: 1);
        var (same, asked) = (0, 0);
        for (var resample = 0; resample < Resamples; resample++)
        {
            var (a, b) = (default(StaySums), default(StaySums));
            for (var taken = 0; taken < points; taken += PiecePoints)
            {
                var from = draws.Next(points - PiecePoints + 1);
                a += _a.Between(from, from + PiecePoints);
                b += _b.Between(from, from + PiecePoints);
            }

            // Without a return the question is not asked.
            asked += a.Returning + b.Returning > 0 ? 1 : 0;
            same += a.Returning + b.Returning > 0 && Answer(a, b) == (person, reason) ? 1 : 0;
        }

        return same / (double)Math.Max(1, asked);
    }

    private (char? Person, AnchorReason Reason) Answer(StaySums a, StaySums b) =>
        (IsLongEnough(_a) && a.IsStay(options), IsLongEnough(_b) && b.IsStay(options)) switch
        {
            (true, false) => ('A', AnchorReason.None),
            (false, true) => ('B', AnchorReason.None),
            (true, true) => (null, AnchorReason.BothStayed),
            _ => (null, AnchorReason.NobodyStayed),
        };

    private bool IsLongEnough(StayCounts counts) => counts.Returning * PointS >= options.MinReturnS;

    private double Median(ReadOnlySpan<double> bpm)
    {
        var copy = _scratch.AsSpan(0, bpm.Length);
        bpm.CopyTo(copy);
        return PresentMedian.Of(copy, least: 1);
    }

    private static bool IsConstant(ReadOnlySpan<double> bpm)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in bpm)
        {
            if (!double.IsNaN(value))
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        return most - least < 1e-6;
    }
}
