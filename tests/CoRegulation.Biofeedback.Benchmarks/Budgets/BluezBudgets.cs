using System.Globalization;
using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.BlueZ;

namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary>How fast a message on the bus is out of the BlueZ backend, and what waiting for it costs.</summary>
internal static class BluezBudgets
{
    private const int Messages = 500;

    // Beyond what a strap sends in a second, and far from piling up.
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(20);
    // Shorter than the 5 s after which a silent strap is connected anew.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);

    public static async Task<IEnumerable<Budget>> MeasureAsync(string folder)
    {
        var time = new ArrivalClock();
        await using var peer = await PeerProcess.StartAsync(Path.Combine(folder, "peer.log"));
        await peer.TellAsync("send 1 off");
        await using var backend = new BluezBackend(time, new() { BusAddress = peer.BusAddress });
        await using var sensor = backend.Open("bluez:AA:BB:CC:DD:EE:01");
        using var stop = new CancellationTokenSource();
        var outS = new List<(double ArrivalS, double OutS)>();
        var toldS = new List<double>();
        var connected = new TaskCompletionSource();
        var reading = ReadAsync(sensor, time, outS, connected, stop.Token);
        await connected.Task;

        for (var message = 0; message < Messages; message++)
        {
            toldS.Add(Seconds(time, time.GetTimestamp()));
            await peer.TellAsync($"notify 1 16{message & 255:X2}{message >> 8:X2}04");
            await Task.Delay(Apart);
        }

        var (quietShare, woken) = await QuietAsync();
        await stop.CancelAsync();
        await reading;

        var sentS = peer.SentS();
        if (outS.Count != Messages || sentS.Length != Messages)
            throw new InvalidOperationException($"{Messages} messages: {sentS.Length} sent, {outS.Count} came out.");
        var busMs = sentS.Zip(outS, (from, to) => 1000 * (to.OutS - from)).ToArray();
        var ownMs = outS.Select(one => 1000 * (one.OutS - one.ArrivalS)).ToArray();
        var commandMs = toldS.Zip(outS, (from, to) => 1000 * (to.OutS - from)).ToArray();
        return
        [
            new Budget("bus message to notification out of BlueZ", Numbers.Median(busMs), 1, "ms", string.Create(
                CultureInfo.InvariantCulture,
                $"p99 {Numbers.Quantile(busMs, 0.99):0.###}, the bus included; from libdbus on {Numbers.Median(ownMs):0.###}, p99 {Numbers.Quantile(ownMs, 0.99):0.###}; with the peer {Numbers.Median(commandMs):0.###}")),
            new Budget("bus thread while nothing comes", 100 * quietShare, 0.1, "%", string.Create(CultureInfo.InvariantCulture, $"of a core, over {Quiet.TotalSeconds:0} s, connected; woken {woken} times")),
        ];
    }

    private static async Task ReadAsync(
        IHeartRateSensor sensor, ArrivalClock time, List<(double ArrivalS, double OutS)> outS, TaskCompletionSource connected, CancellationToken stop)
    {
        await foreach (var sensorEvent in sensor.ReadAsync(stop))
        {
            var now = time.GetTimestamp();
            if (sensorEvent is NotificationEvent)
                outS.Add((Seconds(time, sensorEvent.ArrivalTimestamp), Seconds(time, now)));
            else if (sensorEvent is SensorStateEvent { State: SensorState.Connected })
                connected.TrySetResult();
        }
    }

    private static double Seconds(ArrivalClock time, long timestamp) => timestamp / (double)time.TimestampFrequency;

    private static async Task<(double Share, long Woken)> QuietAsync()
    {
        var (beforeS, wokenBefore) = BusThread();
        await Task.Delay(Quiet);
        var (afterS, wokenAfter) = BusThread();
        return ((afterS - beforeS) / Quiet.TotalSeconds, wokenAfter - wokenBefore);
    }

    private static (double Seconds, long Woken) BusThread()
    {
        var thread = Directory.EnumerateDirectories("/proc/self/task").First(task => File.ReadAllText(Path.Combine(task, "comm")).Trim() == "message bus");
        var onCpuNs = long.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture);
        var woken = File.ReadLines(Path.Combine(thread, "status")).First(line => line.StartsWith("voluntary_ctxt_switches:", StringComparison.Ordinal));
        return (onCpuNs / 1e9, long.Parse(woken.Split(':')[1], CultureInfo.InvariantCulture));
    }
}
