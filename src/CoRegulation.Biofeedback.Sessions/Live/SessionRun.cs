using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Dyads;
using CoRegulation.Biofeedback.Analysis.Synchrony;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>One run of the engine from session time 0 with what viewers want to see of it. Not thread-safe; its history is. When disposed, a look
/// that is still being worked out is given up.</summary>
internal sealed class SessionRun : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly SessionEngine _engine;
    private ImmutableList<Fact> _events = [];

    public SessionRun(SessionHeader header, AnalysisOptions options, TaskScheduler looks)
    {
        History = new SnapshotHistory(header.People.Length, header.People.Length == 2 ? options.Synchrony.AllLagsS() : []);
        _engine = new SessionEngine(
            header, options, new WindowsToHistory(History), new(_left.Token, TaskCreationOptions.LongRunning, TaskContinuationOptions.None, looks));
    }

    public SnapshotHistory History { get; }

    /// <summary>Phases, markers, notes and the pacer's changes so far.</summary>
    public IReadOnlyList<Fact> Events => _events;

    public Snapshot? Latest { get; private set; }

    public double NextTimeS => _engine.NextTimeS;

    /// <summary>Takes a fact; true when it is one that viewers list.</summary>
    public bool Accept(Fact fact)
    {
        _engine.Accept(fact);
        if (!fact.IsEvent())
            return false;
        _events = _events.Add(fact);
        return true;
    }

    public Snapshot Next()
    {
        Latest = _engine.Next();
        History.Add(Latest);
        return Latest;
    }

    public void Dispose() => _left.Cancel();

    private sealed class WindowsToHistory(SnapshotHistory history) : IDyadObserver
    {
        public void OnWindow(Analysis.Synchrony.SynchronyWindow window)
        {
            var r = ImmutableArray.CreateBuilder<float>(window.R.Length);
            foreach (var value in window.R.Span)
                r.Add((float)value);
            history.Add(new SynchronyWindow(window.StartS, window.EndS, r.MoveToImmutable()));
        }

        public void OnPeak(in SynchronyPeak peak)
        {
            // The snapshots carry it.
        }

        public void OnConvergence(in ConvergenceRow row)
        {
            // The snapshots carry it.
        }
    }
}
