namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

/// <summary>Injects artefacts of known place and size into clean intervals, by seeded chance.</summary>
internal static class Injection
{
    /// <summary>Missed, extra and ectopic beats in equal parts, as in golden/HRV.md: extra beats split an interval at 30 to 70 %, ectopic ones
    /// come 15 to 40 % early; at least six beats between events.</summary>
    /// <param name="name">Name of the series.</param>
    /// <param name="cleanRrMs">Clean intervals, ms.</param>
    /// <param name="share">Events per clean interval.</param>
    /// <param name="seed">Seed of the chance.</param>
    public static InjectedSeries Scattered(string name, double[] cleanRrMs, double share, int seed)
    {
        var chance = new Random(seed);
        var wanted = (int)Math.Round(share * cleanRrMs.Length);
        var places = new SortedSet<int>();
        for (var tries = 0; places.Count < wanted && tries < 100 * wanted; tries++)
        {
            var at = chance.Next(3, cleanRrMs.Length - 4);
            if (places.GetViewBetween(at - 8, at + 8).Count is 0)
                places.Add(at);
        }

        var kinds = Enumerable.Range(0, places.Count).Select(i => (ArtefactKind)(i % 3)).ToArray();
        chance.Shuffle(kinds);
        return At(name, cleanRrMs, [.. places.Zip(kinds)], _ => 0.15 + (0.25 * chance.NextDouble()), chance);
    }

    /// <summary>Ectopic beats of one size, early or late, every ten to twenty beats.</summary>
    /// <param name="name">Name of the series.</param>
    /// <param name="cleanRrMs">Clean intervals, ms.</param>
    /// <param name="displacementMs">By how much the beat that closes an interval comes early (negative: late), given the interval's index, ms.</param>
    /// <param name="seed">Seed of the chance.</param>
    public static InjectedSeries Displaced(string name, double[] cleanRrMs, Func<int, double> displacementMs, int seed)
    {
        var chance = new Random(seed);
        var places = new List<(int, ArtefactKind)>();
        for (var at = 12; at < cleanRrMs.Length - 12; at += chance.Next(10, 21))
            places.Add((at, ArtefactKind.Ectopic));
        return At(name, cleanRrMs, [.. places], at => displacementMs(at) / cleanRrMs[at], chance);
    }

    /// <summary>Two to four events directly one after the other, every 40 to 60 beats.</summary>
    /// <param name="name">Name of the series.</param>
    /// <param name="cleanRrMs">Clean intervals, ms.</param>
    /// <param name="seed">Seed of the chance.</param>
    public static InjectedSeries Bursts(string name, double[] cleanRrMs, int seed)
    {
        var chance = new Random(seed);
        var places = new List<(int, ArtefactKind)>();
        for (var at = 20; at < cleanRrMs.Length - 20; at += chance.Next(40, 61))
        {
            var next = at;
            for (var i = chance.Next(2, 5); i > 0; i--)
            {
                var kind = (ArtefactKind)chance.Next(3);
                places.Add((next, kind));
                next += kind is ArtefactKind.Extra ? 1 : 2;
            }
        }

        return At(name, cleanRrMs, [.. places], _ => 0.15 + (0.25 * chance.NextDouble()), chance);
    }

    /// <summary>One event at a given interval.</summary>
    public static InjectedSeries One(string name, double[] cleanRrMs, int at, ArtefactKind kind, int seed)
    {
        var chance = new Random(seed);
        return At(name, cleanRrMs, [(at, kind)], _ => 0.15 + (0.25 * chance.NextDouble()), chance);
    }

    private static InjectedSeries At(
        string name, double[] clean, (int At, ArtefactKind Kind)[] places, Func<int, double> early, Random chance)
    {
        var rrMs = new List<double>(clean.Length + places.Length);
        var events = new List<InjectedEvent>(places.Length);
        var next = 0;
        foreach (var (at, kind) in places)
        {
            rrMs.AddRange(clean.AsSpan(next, at - next));
            switch (kind)
            {
                case ArtefactKind.Missed:
                    events.Add(new(kind, at, rrMs.Count, 1, Math.Min(clean[at], clean[at + 1])));
                    rrMs.Add(clean[at] + clean[at + 1]);
                    next = at + 2;
                    break;
                case ArtefactKind.Extra:
                    var firstMs = Math.Round(clean[at] * (0.3 + (0.4 * chance.NextDouble())));
                    events.Add(new(kind, at, rrMs.Count, 2, Math.Min(firstMs, clean[at] - firstMs)));
                    rrMs.AddRange([firstMs, clean[at] - firstMs]);
                    next = at + 1;
                    break;
                default:
                    var byMs = Math.Round(clean[at] * early(at));
                    events.Add(new(kind, at, rrMs.Count, 2, Math.Abs(byMs)));
                    rrMs.AddRange([clean[at] - byMs, clean[at + 1] + byMs]);
                    next = at + 2;
                    break;
            }
        }

        rrMs.AddRange(clean.AsSpan(next));
        return new(name, clean, [.. rrMs], [.. events]);
    }
}
