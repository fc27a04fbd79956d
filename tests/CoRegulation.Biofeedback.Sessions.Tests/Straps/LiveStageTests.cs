using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Straps;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Straps;

/// <summary>The end of the stage, whatever is being done on it.</summary>
public sealed class LiveStageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SlowTime _time = new();

    public void Dispose()
    {
        _folder.Dispose();
        _time.Dispose();
    }

    [Fact]
    public async Task A_session_that_is_just_starting_when_the_program_ends_is_ended_properly()
    {
        var stage = Stage();
        stage.Choose("A", "sim:1");
        _time.Holds = true;
        var starting = Task.Run(stage.Start, TestContext.Current.CancellationToken);
        await _time.Asked;
        var disposal = Task.CompletedTask;
        var disposing = new Thread(() => disposal = stage.DisposeAsync().AsTask());
        disposing.Start();
        // It waits for the start, or is through.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (disposing.ThreadState is not (ThreadState.WaitSleepJoin or ThreadState.Stopped))
            await Task.Delay(5, patience.Token);

        _time.Go();
        var session = await starting;
        disposing.Join();
        await disposal;
        var hasEnded = session.Completion.IsCompleted;
        if (!hasEnded)
            await session.EndAsync();

        Assert.True(hasEnded);
        Assert.True(RecordingReader.Read(_folder.File("s.coreg.jsonl")).Finished);
    }

    [Fact]
    public async Task What_is_asked_for_after_the_end_is_refused_and_leaves_nothing_behind()
    {
        var stage = Stage();
        stage.Choose("A", "sim:1");
        await stage.DisposeAsync();

        Assert.All(
            new Action[] { () => stage.Start(), () => stage.Choose("B", "sim:2"), () => stage.Join("A"), () => stage.Record(true) },
            action => Assert.Contains("is ending", Assert.Throws<ChoiceRefusedException>(action).Message, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
        Assert.True(stage.Started.IsCanceled);
    }

    private LiveStage Stage() => new(
        new SessionStart { Program = "test", People = [], Origin = Origin.Live, RecordTo = _folder.File("s.coreg.jsonl") }, [new ScriptedBackend(_time)], _time);

    /// <summary>A clock that takes its time to tell the time, as a long recording does to be read.</summary>
    private sealed class SlowTime : TimeProvider, IDisposable
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _goes = new();

        public bool Holds { get; set; }

        public Task Asked => _asked.Task;

        public void Go() => _goes.Set();

        public void Dispose() => _goes.Dispose();

        public override DateTimeOffset GetUtcNow()
        {
            if (Holds)
            {
                _asked.TrySetResult();
                _goes.Wait();
            }

            return base.GetUtcNow();
        }
    }
}
