using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Live;

/// <content>A recording that begins while the session goes on, or when it is over.</content>
public sealed partial class StrapSession
{
    /// <summary>Ends as soon as the session is recorded.</summary>
    public Task Recorded => _recorded.Task;

    /// <summary>Records the session, as if it had been recorded from its start: what came so far is written first. Of a session that has ended, the whole is.</summary>
    /// <param name="folderOrFile">As of <see cref="SessionRecording.Start"/>.</param>
    /// <param name="passphrase">What to encrypt it with; null: in the clear.</param>
    /// <param name="spareFolders">As of <see cref="SessionRecording.Start"/>.</param>
    /// <exception cref="InvalidOperationException">It is recorded already.</exception>
    /// <exception cref="RecordingException">The recording cannot be made; the session goes on without.</exception>
    public void Record(string folderOrFile, Passphrase? passphrase = null, IReadOnlyList<string>? spareFolders = null)
    {
        int count;
        lock (_lock)
        {
            if (_recording is not null || _recordingBegins)
                throw new InvalidOperationException("This session is recorded already.");
            _recordingBegins = true;
            count = _facts.Count;
        }

        SessionRecording? recording = null;
        try
        {
            recording = SessionRecording.Start(folderOrFile, _startHeader, _time, passphrase, spareFolders);
            // Hours are many lines: messages are taken meanwhile, and made up for below.
            Append(recording, 0, count);
            lock (_lock)
            {
                Append(recording, count, _facts.Count);
                _recording = recording;
                if (_ended)
                    recording.Dispose();
            }
        }
        catch
        {
            recording?.Dispose();
            lock (_lock)
                _recordingBegins = false;
            throw;
        }

        _recorded.TrySetResult();
    }

    private void Append(SessionRecording recording, int from, int to)
    {
        IReadOnlyList<Facts.Fact> facts;
        lock (_lock)
            facts = _facts.Between(from, to);
        foreach (var fact in facts)
            recording.Append(fact);
    }
}
