using System.Globalization;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Connecting;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Live;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary>How long a message takes from the callback of the radio to the operating system, with two straps in a session that analyses, shows and syncs.</summary>
internal static class RecordingBudgets
{
    private const int Messages = 1000;
    private const int WarmUp = 100;
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(20);

    public static async Task<IEnumerable<Budget>> MeasureAsync(string folder)
    {
        var time = new ArrivalClock();
        var path = Path.Combine(folder, "latency.coreg.jsonl");
        var header = new SessionHeader
        {
            Program = "benchmarks",
            Started = time.GetLocalNow(),
            Origin = Origin.Simulated,
            People = [new Person { Id = "A", Name = "A" }, new Person { Id = "B", Name = "B" }],
        };
        var links = new[] { new ScriptedLink("test:A"), new ScriptedLink("test:B") };
        await using var session = new StrapSession(
            header,
            [.. links.Zip(header.People, (link, person) => new SessionSensor(person.Id, new SharedSensor(new StrapSensor(link, time))))],
            time,
            time.GetTimestamp(),
            recording: SessionRecording.Start(path, header, time));
        var listeners = await Task.WhenAll(links.Select(link => link.Listener));
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite);

        var tookUs = new List<double>();
        for (var message = 0; message < WarmUp + Messages; message++)
        {
            await Task.Delay(Apart);
            var took = Hand(listeners[message % 2], message, file, time);
            if (message >= WarmUp)
                tookUs.Add(took);
        }

        await session.EndAsync();
        var detail = string.Create(CultureInfo.InvariantCulture, $"p99 {Numbers.Quantile(tookUs, 0.99):0} us, max {tookUs.Max():0} us of {Messages}");
        return
        [
            new("callback to line with the system, median", Numbers.Median(tookUs), 200, "us", detail),
            new("callback to line with the system, p99", Numbers.Quantile(tookUs, 0.99) / 1000, 2, "ms", "two straps"),
        ];
    }

    // The file grows when the line is the operating system's; nobody but this message's line is on the way by then.
    private static double Hand(IStrapListener listener, int message, Microsoft.Win32.SafeHandles.SafeFileHandle file, TimeProvider time)
    {
        var before = RandomAccess.GetLength(file);
        var arrival = time.GetTimestamp();
        listener.Notified(arrival, [0x16, (byte)(60 + (message % 7)), 0x00, 0x04]);
        while (RandomAccess.GetLength(file) == before)
        {
            // A radio's thread goes back to waiting; one that spun here would hold the very core on which the reader was woken.
            Thread.Yield();
            if (time.GetElapsedTime(arrival).TotalSeconds > 5)
                throw new TimeoutException("The line does not come.");
        }

        return time.GetElapsedTime(arrival).TotalMicroseconds;
    }
}
