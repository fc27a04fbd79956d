using System.Collections.Immutable;
using System.Runtime.CompilerServices;

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

    /// <summary>A new mailbox that holds the present state before anything new arrives.
    /// The caller holds the lock under which it publishes while it joins.</summary>
    public Mailbox Join(IEnumerable<LiveMessage> present)
    {
        var mailbox = new Mailbox();
        foreach (var message in present)
            mailbox.Post(message);
        ImmutableInterlocked.Update(ref _mailboxes, all => all.Add(mailbox));
        return mailbox;
    }

    /// <summary>The messages of a mailbox until cancellation, which ends them normally and gives the mailbox up.</summary>
    public async IAsyncEnumerable<LiveMessage> ReadAsync(Mailbox mailbox, [EnumeratorCancellation] CancellationToken cancellationToken)
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
