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
    private const double BasePrice = 7;
    private const double PerTaken = 4;
    private const double NullFirst = 12;
    private const double NullNext = 4;

    private readonly Path[] _paths = new Path[(horizon + 1) * Kept];
    private readonly int[] _counts = new int[horizon + 1];

    /// <param name="rrMs">The next intervals, from one to the horizon; the first is to be explained.</param>
    /// <param name="near">What is known of the intervals before.</param>
    public Step First(ReadOnlySpan<double> rrMs, in Surroundings near)
    {
        Array.Clear(_counts);
        Put(0, new Path(0, near.LastMs, near.Age, default));
        for (var at = 0; at < rrMs.Length; at++)
        {
            for (var k = 0; k < _counts[at]; k++)
                Extend(_paths[(at * Kept) + k], at, rrMs[at..], near);
        }

        return _paths[rrMs.Length * Kept].First;
    }

    private void Extend(in Path path, int at, ReadOnlySpan<double> rrMs, in Surroundings near)
    {
        Put(at + 1, path.Then(path.Age > 0 ? NullNext : NullFirst, path.LastMs, path.Age + 1, Step.Unknown));
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
            if (!(ratio < taken + MostInserted + 1))
                continue;
            var least = Math.Max(1, (int)ratio);
            for (var made = least; made <= least + 1; made++)
            {
                if (made - taken <= MostInserted && !(made == 1 && taken == 1))
                    Put(at + taken, path.Then(Price(taken, made) + Change(path, sumMs / made, near), sumMs / made, 0, new Step(taken, made, false)));
            }
        }
    }

    private static bool IsSane(double rrMs) => rrMs is > 0 and < 100_000;

    private static double Price(int taken, int made) =>
BasePrice + (PerTaken * Math.Max(0, taken - 2)) + (0.5 * Math.Max(0, Math.Abs(made - taken) - 1)) + (taken > 1 && made > taken ? 3 : 0);

    private static double Change(in Path path, double rrMs, in Surroundings near)
    {
        var offLevel = Math.Max(0, Math.Abs(Math.Log(rrMs / near.LevelMs)) - 0.4) * 40;
        var change = double.IsNaN(path.LastMs)
            ? Math.Abs(rrMs - near.LevelMs) / (2 * near.SpreadMs)
            : Math.Abs(rrMs - path.LastMs) / (near.SpreadMs * (path.Age is 0 ? 1 : Math.Sqrt(1 + path.Age)));
        return change + offLevel;
    }

    private void Put(int at, in Path path)
    {
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
