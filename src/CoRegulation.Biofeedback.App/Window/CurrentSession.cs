using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.App.Window;

/// <summary>The session that the window shows, for the web server: which must not dispose of it, and starts before there is one.</summary>
/// <param name="session">The session; null while there is none.</param>
internal sealed class CurrentSession(Func<ILiveSession?> session) : ILiveSession
{
    /// <summary>Whether there is a session.</summary>
    public bool IsThere => session() is not null;

    public SessionHeader Header => Now.Header;

    public bool CanSeek => Now.CanSeek;

    public double? DurationS => Now.DurationS;

    public RecordingStatus? Recording => Now.Recording;

    public Transport Transport => Now.Transport;

    public SnapshotHistory History => Now.History;

    public IReadOnlyList<Fact> Events => Now.Events;

    private ILiveSession Now => session() ?? throw new InvalidOperationException("The session has not started yet.");

    public IAsyncEnumerable<LiveMessage> Subscribe(CancellationToken cancellationToken) => Now.Subscribe(cancellationToken);

    public void Play() => Now.Play();

    public void Pause() => Now.Pause();

    public void SetSpeed(double speed) => Now.SetSpeed(speed);

    public void Jump(double positionS) => Now.Jump(positionS);

    public void Mark(string label) => Now.Mark(label);

    public void BeginPhase(string label) => Now.BeginPhase(label);
}
