using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>The facts of a session so far, and any run of the engine that they make: with them a session is taken up after a crash,
/// and starts over when somebody joins. Not thread-safe.</summary>
internal sealed class SessionFacts(IReadOnlyList<Fact> before)
{
    private readonly List<Fact> _facts = [.. before.Where(fact => fact is not EndFact)];

    public int Count => _facts.Count;

    public double LastS => _facts is [.., var last] ? last.TimeS : 0;

    public void Add(Fact fact) => _facts.Add(fact);

    /// <summary>Those from one index to before another; they stay as they are while more are added.</summary>
    public IReadOnlyList<Fact> Between(int from, int to) => to > from ? _facts.GetRange(from, to - from) : [];

    /// <summary>A run of the engine over facts, with every snapshot that is due before the last of them.</summary>
    public static SessionRun Run(SessionHeader header, AnalysisOptions options, IReadOnlyList<Fact> facts, TaskScheduler looks)
    {
        var run = new SessionRun(header, options, looks);
        Take(run, facts);
        return run;
    }

    /// <summary>Goes on with a run.</summary>
    public static void Take(SessionRun run, IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
        {
            while (run.NextTimeS < fact.TimeS)
                run.Next();
            run.Accept(fact);
        }
    }
}
