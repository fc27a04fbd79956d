using CoRegulation.Biofeedback.Sessions.Engine;

namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary>The engine alone, in this process.</summary>
internal static class EngineBudgets
{
    private const int Runs = 7;

    public static IEnumerable<Budget> Measure(PairSession hour)
    {
        var clock = TimeProvider.System;
        // The first run compiles.
        Run(hour, _ => { });

        var seconds = Enumerable.Range(0, Runs).Select(_ =>
        {
            var started = clock.GetTimestamp();
            Run(hour, _ => { });
            return clock.GetElapsedTime(started).TotalSeconds;
        }).ToArray();
        yield return new Budget("engine, 60 min of a pair", Numbers.Median(seconds), 0.5, "s", FormattableString.Invariant($"max {seconds.Max():0.###} s of {Runs}"));

        var stepsMs = new List<double>();
        Run(hour, stepsMs.Add);
        yield return new Budget("notification in to snapshot out, p99", Numbers.Quantile(stepsMs, 0.99), 1, "ms",
            FormattableString.Invariant($"median {Numbers.Median(stepsMs):0.####} ms, max {stepsMs.Max():0.##} ms of {stepsMs.Count}"));

        var (firstKb, secondKb) = RetainedKb(hour);
        yield return new Budget("memory kept, second half hour over first", secondKb / firstKb, 1.25, "x",
            FormattableString.Invariant($"{firstKb:0} kB, then {secondKb:0} kB more: beats, and what else grows"));
    }

    /// <summary>Feeds an engine as a session does, and tells how long each snapshot took with the facts that it is of, ms.</summary>
    private static SessionEngine Run(PairSession session, Action<double> stepMs, double untilS = double.PositiveInfinity)
    {
        var clock = TimeProvider.System;
        var engine = new SessionEngine(session.Header);
        var next = 0;
        while (next < session.Facts.Count && engine.NextTimeS <= untilS)
        {
            var started = clock.GetTimestamp();
            for (; next < session.Facts.Count && session.Facts[next].TimeS <= engine.NextTimeS; next++)
                engine.Accept(session.Facts[next]);
            engine.Next();
            stepMs(clock.GetElapsedTime(started).TotalMilliseconds);
        }

        return engine;
    }

    private static (double FirstKb, double SecondKb) RetainedKb(PairSession session)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var half = Run(session, _ => { }, session.Facts[^1].TimeS / 2);
        var middle = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(half);
        half = null;

        var start = GC.GetTotalMemory(forceFullCollection: true);
        var whole = Run(session, _ => { });
        var end = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(whole);
        var firstKb = (middle - before) / 1000.0;
        return (firstKb, ((end - start) / 1000.0) - firstKb);
    }
}
