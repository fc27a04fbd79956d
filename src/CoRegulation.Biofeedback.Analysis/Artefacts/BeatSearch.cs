namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>Finds the cheapest explanation of the next intervals and gives its first step.</summary>
/// <remarks>
/// A path through the intervals is made of steps. It costs the ups and downs of the normal intervals that result (their total variation),
/// counted in local spreads, and a price for each step that is not one normal interval. A beat out of its place by d makes ups and downs of four d
/// that its removal takes away; a true change, however steep, costs every explanation the same. The cheapest few paths to each interval
/// are kept (dynamic programming).
/// </remarks>
/// <param name="horizon">Most intervals that are looked at together.</param>
internal sealed class BeatSearch(int horizon)
{
    /// <summary>Most beats that are inserted into one stretch.</summary>
    public const int MostInserted = 3;

    /// <summary>Most intervals that one step takes.</summary>
    public const int MostTaken = 5;

    private const int Kept = 4;

    /// <summary>Price of mending, in spreads of ups and downs saved. At 7 a beat out of place by two spreads is mended about every fifth time, by
    /// four nearly always; at 6 calm stretches of a healthy man lost 0.9 % of their true intervals, at 7 none or 0.2 %.</summary>
    private const double MendPrice = 7;

    /// <summary>For each interval beyond the second in a stretch: more than the ups and downs that normal intervals have anyway (0.8 each way),
    /// or long stretches would be mended to smooth them.</summary>
    private const double LengthPrice = 4;

    /// <summary>For beats that are inserted into or taken out of a stretch that also holds one out of place.</summary>
    private const double MixedPrice = 3;

    /// <summary>For each beat more than one that is inserted or taken out.</summary>
    private const double CountPrice = 0.5;

    /// <summary>Price of an interval that nothing explains: six spreads off both neighbours. Lone intervals of breathing reach four.</summary>
    private const double UnknownPrice = 12;

    /// <summary>Price of each further one in a row.</summary>
    private const double StillUnknownPrice = 4;

    /// <summary>Farthest a level moves within a few beats, as a logarithm (by half), and the price of each further e-fold.</summary>
    private const double LevelReach = 0.4;
    private const double LevelNear = 0.32; // of the level: within the reach, up and down
    private const double LevelPrice = 40;

    private readonly Path[] _paths = new Path[(horizon + 1) * Kept];
    private readonly int[] _counts = new int[horizon + 1];
    private double _mostCost;

    /// <summary>Whether the search can be spared, because the first interval is normal whatever follows: it is within a spread of the last normal
    /// one, where no stretch worth mending begins, or no stretch that begins with it has ups and downs that are worth the price and none is
    /// far from the level.</summary>
    /// <param name="rrMs">The next intervals.</param>
    /// <param name="near">What is known of the intervals before.</param>
    public static bool IsPlainlyNormal(ReadOnlySpan<double> rrMs, in Surroundings near)
    {
        if (double.IsNaN(near.LastMs) || near.Age > 0)
            return false;
        var changesMs = Math.Abs(rrMs[0] - near.LastMs);
        if (changesMs < near.SpreadMs)
            return true;

        foreach (var rr in rrMs)
        {
            if (!IsNearLevel(rr, near))
                return false;
        }

        for (var taken = 1; taken <= MostTaken; taken++)
        {
            if (taken < rrMs.Length)
                changesMs += Math.Abs(rrMs[taken] - rrMs[taken - 1]);
            if (!(changesMs < (MendPrice + (LengthPrice * Math.Max(0, taken - 2))) * near.SpreadMs))
                return false;
        }

        return true;
    }

    /// <summary>Whether this can be the length of anything.</summary>
    public static bool IsSane(double rrMs) => rrMs is > 0 and < 100_000;

    /// <param name="rrMs">The next intervals, from one to the horizon; the first is to be explained.</param>
    /// <param name="near">What is known of the intervals before.</param>
    public Step First(ReadOnlySpan<double> rrMs, in Surroundings near)
    {
        Array.Clear(_counts);
        var start = new Path(0, near.LastMs, near.Age, default);
        _mostCost = CostAsTheyAre(start, rrMs, near);
        Put(0, start);
        for (var at = 0; at < rrMs.Length; at++)
        {
            for (var k = 0; k < _counts[at]; k++)
                Extend(_paths[(at * Kept) + k], at, rrMs[at..], near);
        }

        return _paths[rrMs.Length * Kept].First;
    }

    /// <summary>What no path need exceed: the cost of taking all for normal.</summary>
    private static double CostAsTheyAre(Path path, ReadOnlySpan<double> rrMs, in Surroundings near)
    {
        foreach (var rr in rrMs)
        {
            if (!IsSane(rr))
                return double.PositiveInfinity;
            path = path.Then(Change(path, rr, near), rr, 0, Step.Normal);
        }

        return path.Cost;
    }

    private void Extend(in Path path, int at, ReadOnlySpan<double> rrMs, in Surroundings near)
    {
        Put(at + 1, path.Then(path.Age > 0 ? StillUnknownPrice : UnknownPrice, path.LastMs, path.Age + 1, Step.Unknown));
        if (IsSane(rrMs[0]))
            Put(at + 1, path.Then(Change(path, rrMs[0], near), rrMs[0], 0, Step.Normal));

        var levelMs = double.IsNaN(path.LastMs) ? near.LevelMs : path.LastMs;
        var sumMs = 0.0;
        for (var taken = 1; taken <= Math.Min(MostTaken, rrMs.Length); taken++)
        {
            if (!IsSane(rrMs[taken - 1]))
                return;
            sumMs += rrMs[taken - 1];
            var ratio = sumMs / levelMs;
            if (ratio >= taken + MostInserted + 1)
                continue;
            var least = Math.Max(1, (int)ratio);
            for (var made = least; made <= least + 1; made++)
            {
                if (made - taken <= MostInserted && !(made == 1 && taken == 1))
                    Put(at + taken, path.Then(Price(taken, made) + Change(path, sumMs / made, near), sumMs / made, 0, new Step(taken, made, false)));
            }
        }
    }

    private static double Price(int taken, int made) =>
        MendPrice + (LengthPrice * Math.Max(0, taken - 2)) + (CountPrice * Math.Max(0, Math.Abs(made - taken) - 1))
        + (taken > 1 && made > taken ? MixedPrice : 0);

    private static double Change(in Path path, double rrMs, in Surroundings near)
    {
        var offLevel = IsNearLevel(rrMs, near) ? 0 : LevelPrice * Math.Max(0, Math.Abs(Math.Log(rrMs / near.LevelMs)) - LevelReach);
        return offLevel + (double.IsNaN(path.LastMs)
            ? Math.Abs(rrMs - near.LevelMs) / (2 * near.SpreadMs)
            : Math.Abs(rrMs - path.LastMs) / (near.SpreadMs * (path.Age is 0 ? 1 : Math.Sqrt(1 + path.Age))));
    }

    private static bool IsNearLevel(double rrMs, in Surroundings near) => Math.Abs(rrMs - near.LevelMs) < LevelNear * near.LevelMs;

    private void Put(int at, in Path path)
    {
        if (path.Cost > _mostCost)
            return;
        var first = at * Kept;
        var place = _counts[at];
        while (place > 0 && _paths[first + place - 1].Cost > path.Cost)
            place--;
        if (place == Kept)
            return;
        var last = Math.Min(_counts[at], Kept - 1);
        for (var k = last; k > place; k--)
            _paths[first + k] = _paths[first + k - 1];
        _paths[first + place] = path;
        _counts[at] = last + 1;
    }

    private readonly record struct Path(double Cost, double LastMs, int Age, Step First)
    {
        public Path Then(double cost, double lastMs, int age, Step step) => new(Cost + cost, lastMs, age, First.Taken is 0 ? step : First);
    }
}
