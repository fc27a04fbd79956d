using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <summary>Everybody who looks at a session.</summary>
internal sealed class Subscribers
{
    private ImmutableArray<Mailbox> _mailboxes = [];

    /// <summary>Tells all; never waits for any.</summary>
    public void Publish(LiveMessage message)
    {
        foreach (var mailbox in _mailboxes)
            mailbox.Post(message);
    }

    /// <summary>The present state and, from now on, whatever is published, until cancellation, which ends it normally.
    /// The caller holds the lock under which it publishes, so that nothing falls between the two.</summary>
    public IAsyncEnumerable<LiveMessage> Join(Transport transport, Snapshot? latest, CancellationToken cancellationToken)
    {
        var mailbox = new Mailbox();
        mailbox.Post(new TransportMessage(transport));
        if (latest is not null)
            mailbox.Post(new SnapshotMessage(latest));
        ImmutableInterlocked.Update(ref _mailboxes, all => all.Add(mailbox));
        return ReadAsync(mailbox, cancellationToken);
    }

    private async IAsyncEnumerable<LiveMessage> ReadAsync(Mailbox mailbox, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                IReadOnlyList<LiveMessage> messages;
                try
                {
                    messages = await mailbox.TakeAsync(cancellationToken);
                }
                catch (OperationCanceledException)
                {
                    yield break;
                }

                foreach (var message in messages)
                    yield return message;
            }
        }
        finally
        {
            ImmutableInterlocked.Update(ref _mailboxes, all => all.Remove(mailbox));
        }
    }
}
