using System.Globalization;

namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary>What a live recording of two straps costs while nothing goes wrong: the published program, BlueZ played by the peer.</summary>
internal static class LiveBudgets
{
    // By then everything has been compiled that will be.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(120);

    public static async Task<Budget> MeasureAsync(PublishedProgram program, string folder)
    {
        await using var peer = await PeerProcess.StartAsync(Path.Combine(folder, "live-peer.log"), "name=Polar H10 1,rr=850", "name=Polar H10 2,rr=950");
        using var process = program.Start(
            new Dictionary<string, string> { ["DBUS_SYSTEM_BUS_ADDRESS"] = peer.BusAddress },
            "record", "--a", "bluez:AA:BB:CC:DD:EE:01", "--b", "bluez:AA:BB:CC:DD:EE:02", "--record", Path.Combine(folder, "live"));
        try
        {
            await Task.Delay(WarmUp);
            process.Refresh();
            var before = process.TotalProcessorTime;
            await Task.Delay(Watched);
            process.Refresh();
            var share = (process.TotalProcessorTime - before) / Watched;
            return new Budget("live recording of two straps", 100 * share, 1, "%", string.Create(
                CultureInfo.InvariantCulture, $"of a core, over {Watched.TotalSeconds:0} s after {WarmUp.TotalSeconds:0} s; {process.WorkingSet64 / 1e6:0} MB"));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
