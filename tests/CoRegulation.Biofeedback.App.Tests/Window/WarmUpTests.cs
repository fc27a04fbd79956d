using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.App.Tests.Window;

public class WarmUpTests
{
    /// <summary>The first beats come a second or two after the start and need as long to be told from noise.</summary>
    private const double StartOfBeatsS = 12;

    [Fact]
    public void The_numbers_come_soon_after_the_countdown_ends()
    {
        var recording = RecordingReader.Read(Path.Combine(RepositoryFolder.Path, "samples", "settling.coreg.jsonl"));
        var engine = new SessionEngine(recording.Header);
        foreach (var fact in recording.Facts)
            engine.Accept(fact);
        var snapshots = Enumerable.Range(0, 120 * Snapshot.PerSecond).Select(_ => engine.Next()).ToList();

        ComesAfter(WarmUp.RmssdS, snapshot => snapshot.People.All(person => person.RmssdMs.Value is not null));
        ComesAfter(WarmUp.SynchronyS, snapshot => snapshot.Dyad!.R.Value is not null);
        ComesAfter(WarmUp.TrendS, snapshot => snapshot.Dyad!.Convergence is not null);

        void ComesAfter(double countdownS, Func<Snapshot, bool> isThere) =>
            Assert.InRange(snapshots.First(isThere).TimeS, countdownS - 1, countdownS + StartOfBeatsS);
    }
}
