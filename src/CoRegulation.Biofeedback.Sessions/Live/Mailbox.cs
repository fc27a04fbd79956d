namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>What waits for one subscriber. When the subscriber is slow the oldest snapshots are dropped; nothing else is, and the session never waits.</summary>
internal sealed class Mailbox : IDisposable
{
    /// <summary>Snapshots kept for a slow subscriber: about four seconds at 60x.</summary>
    private const int MostSnapshots = 1024;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _something = new(0, 1);
    private readonly LinkedList<LiveMessage> _messages = [];
    private int _snapshots;

    /// <summary>Puts a message in. A jump makes the snapshots that wait obsolete.</summary>
    public void Post(LiveMessage message)
    {
        lock (_lock)
        {
            if (message is ResetMessage)
                DropSnapshots(keep: 0);
            _messages.AddLast(message);
            if (message is SnapshotMessage)
                _snapshots++;
            DropSnapshots(MostSnapshots);
            if (_something.CurrentCount == 0)
                _something.Release();
        }
    }

    /// <summary>Waits for messages and takes all there are, in order.</summary>
    public async Task<IReadOnlyList<LiveMessage>> TakeAsync(CancellationToken cancellationToken)
    {
        await _something.WaitAsync(cancellationToken);
        lock (_lock)
        {
            var taken = _messages.ToArray();
            _messages.Clear();
            _snapshots = 0;
            return taken;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _something.Dispose();

    private void DropSnapshots(int keep)
    {
        for (var node = _messages.First; node is not null && _snapshots > keep;)
        {
            var next = node.Next;
            if (node.Value is SnapshotMessage)
            {
                _messages.Remove(node);
                _snapshots--;
            }

            node = next;
        }
    }
}
