using System.Threading.Channels;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Live;

/// <summary>What happens to a session when the machine's clocks do what clocks do.</summary>
public sealed class ClockTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TemporaryFolder _folder = new();
    private readonly SteppedTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_wall_clock_that_is_set_by_an_hour_moves_no_beat(int hours)
    {
        var (path, sent) = await RunAsync(_ => _time.SetWallClock(hours * Hour));

        var recording = RecordingReader.Read(path);
        Assert.Equal(sent, Times(recording));
        Assert.Equal([.. Enumerable.Range(1, 60).Select(second => (double)second)], sent);
        Assert.Empty(RecordingReader.Inspect(path).People[0].Gaps);
        Assert.Equal(1, SessionAnalysis.Run(recording.Header, recording.Facts).People[0].Segments);
    }

    [Fact]
    public async Task A_machine_that_slept_for_an_hour_leaves_a_gap_of_an_hour_and_goes_on()
    {
        var (path, sent) = await RunAsync(_ => _time.Sleep(Hour));

        var recording = RecordingReader.Read(path);
        Assert.Equal(sent, Times(recording));
        Assert.Equal([.. Enumerable.Range(1, 30).Concat(Enumerable.Range(3631, 30)).Select(second => (double)second)], sent);
        var gap = Assert.Single(RecordingReader.Inspect(path).People[0].Gaps);
        Assert.Equal((30, 3631), (Math.Round(gap.FromS, 5), Math.Round(gap.ToS, 5)));
        Assert.True(recording.Finished);
        var person = SessionAnalysis.Run(recording.Header, recording.Facts).People[0];
        Assert.Equal(2, person.Segments);
        Assert.DoesNotContain(person.Beats, beat => beat.TimeS is > 31 and < 3629);
    }

    // A beat a second, thirty before and thirty after the clock does what it does.
    private async Task<(string Path, double[] SentS)> RunAsync(Action<SteppedTime> afterThirty)
    {
        var path = _folder.File("a.coreg.jsonl");
        var header = Samples.Header with { People = [Samples.Header.People[0]] };
        var (events, taken) = (Channel.CreateUnbounded<SensorEvent>(), new SemaphoreSlim(0));
        var start = _time.GetTimestamp();
        var sent = new List<double>();
        await using var session = new StrapSession(
            header,
            [new SessionSensor("A", new AcknowledgingSensor(new ChannelSensor(events.Reader), _ => taken.Release()))],
            _time,
            start,
            recording: SessionRecording.Start(path, header, _time));
        for (var second = 1; second <= 60; second++)
        {
            _time.Advance(Second);
            sent.Add(_time.GetElapsedTime(start).TotalSeconds);
            events.Writer.TryWrite(new NotificationEvent(_time.GetTimestamp(), new byte[] { 0x10, 60, 0x00, 0x04 }));
            Assert.True(await taken.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken), "The session takes nothing.");
            if (second == 30)
                afterThirty(_time);
        }

        await session.EndAsync();
        return (path, [.. sent]);
    }

    // Of a message whose snapshot has been given already the time is a microsecond after it.
    private static double[] Times(RecordedSession recording) => [.. recording.Facts.OfType<NotificationFact>().Select(fact => Math.Round(fact.TimeS, 5))];

    private sealed class ChannelSensor(ChannelReader<SensorEvent> events) : IHeartRateSensor
    {
        public string Id => "test:1";

        public string Name => "test";

        public IAsyncEnumerable<SensorEvent> ReadAsync(CancellationToken cancellationToken) => events.ReadAllAsync(cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
