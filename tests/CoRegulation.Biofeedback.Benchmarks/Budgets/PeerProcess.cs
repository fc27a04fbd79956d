using System.Diagnostics;
using System.Text.Json;

namespace CoRegulation.Biofeedback.Benchmarks.Budgets;

/// <summary>The test tool <c>tools/bluez-peer</c> with straps that send when they are told to, or by themselves.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _log;

    private PeerProcess(Process process, string log, string busAddress) => (_process, _log, BusAddress) = (process, log, busAddress);

    public string BusAddress { get; }

    public static async Task<PeerProcess> StartAsync(string log, params string[] straps)
    {
        // Run from the repository, as the budgets are.
        var start = new ProcessStartInfo("/usr/bin/python3", ["tools/bluez-peer/bluez-peer", "--own-bus", "--log", log, .. straps.DefaultIfEmpty("name=Polar H10").SelectMany(strap => new[] { "--strap", strap })])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var address = (await process.StandardOutput.ReadLineAsync())![("DBUS_SYSTEM_BUS_ADDRESS=".Length)..];
        await process.StandardOutput.ReadLineAsync();
        return new(process, log, address);
    }

    public async Task TellAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        var answer = await _process.StandardOutput.ReadLineAsync();
        if (answer is null || !answer.StartsWith("ok", StringComparison.Ordinal))
            throw new InvalidOperationException($"bluez-peer, told '{command}': {answer}");
    }

    /// <summary>When each message left it, s of the clock that counts sleep.</summary>
    public double[] SentS() => [.. File.ReadLines(_log).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("t").GetDouble())];

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
