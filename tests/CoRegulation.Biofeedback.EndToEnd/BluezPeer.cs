using System.Diagnostics;
using System.Text.Json;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>The test tool <c>tools/bluez-peer</c>: BlueZ with straps on a bus of its own. Ended when disposed of, with its bus.</summary>
public sealed class BluezPeer : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";
    private static readonly Lazy<string?> Lack = new(FindLack);

    private readonly Process _process;
    private readonly string _logPath;
    private readonly SemaphoreSlim _telling = new(1);

    private BluezPeer(Process process, string logPath) => (_process, _logPath) = (process, logPath);

    /// <summary>The address of its bus, for <c>DBUS_SYSTEM_BUS_ADDRESS</c>.</summary>
    public string BusAddress { get; private set; } = "";

    /// <summary>What reached programs so far, in order: the truth.</summary>
    public IReadOnlyList<SentMessage> Log => File.Exists(_logPath)
        ? [.. ReadShared(_logPath).Select(line => JsonSerializer.Deserialize<SentMessage>(line, JsonSerializerOptions.Web)!)]
        : [];

    /// <summary>Starts it; the test is skipped where this computer lacks what it needs.</summary>
    /// <param name="straps">Settings of straps (<c>name=…,rr=800</c>), two by default; what begins with <c>--</c> is an option.</param>
    public static async Task<BluezPeer> StartAsync(params string[] straps)
    {
        Assert.SkipWhen(Lack.Value is not null, Lack.Value ?? "");
        var log = Path.Combine(Path.GetTempPath(), $"bluez-peer-{Guid.NewGuid():n}.log");
        var start = new ProcessStartInfo(Python)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { FindTool(), "--own-bus", "--log", log },
        };
        foreach (var argument in straps.SelectMany(strap => strap.StartsWith("--", StringComparison.Ordinal) ? [strap] : new[] { "--strap", strap }))
            start.ArgumentList.Add(argument);

        var peer = new BluezPeer(Process.Start(start)!, log);
        try
        {
            const string variable = "DBUS_SYSTEM_BUS_ADDRESS=";
            var first = await peer.ReadLineAsync();
            peer.BusAddress = first.StartsWith(variable, StringComparison.Ordinal) ? first[variable.Length..] : throw new InvalidOperationException($"bluez-peer said '{first}'.");
            while (await peer.ReadLineAsync() != "ready") { }
            return peer;
        }
        catch
        {
            await peer.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives it a command and returns its answer.</summary>
    /// <exception cref="InvalidOperationException">It says that it could not.</exception>
    public async Task<string> TellAsync(string command)
    {
        await _telling.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync(command);
            await _process.StandardInput.FlushAsync();
            var answer = await ReadLineAsync();
            return answer.StartsWith("error", StringComparison.Ordinal) ? throw new InvalidOperationException($"bluez-peer, told '{command}': {answer}") : answer;
        }
        finally
        {
            _telling.Release();
        }
    }

    /// <summary>What it says of a strap.</summary>
    /// <param name="strap">Its number, from 1.</param>
    public async Task<JsonElement> StrapAsync(int strap) =>
        JsonDocument.Parse(await TellAsync("status")).RootElement.GetProperty("straps")[strap - 1].Clone();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The end of its input is its end; its bus goes with it, even when it has to be killed.
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _telling.Dispose();
        File.Delete(_logPath);
    }

    private static string FindTool()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var tool = Path.Combine(folder.FullName, "tools", "bluez-peer", "bluez-peer");
            if (File.Exists(tool))
                return tool;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds tools/bluez-peer.");
    }

    private static string? FindLack()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Python))
            return $"needs Linux and {Python}";
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "dbus-daemon"))))
            return "needs dbus-daemon (./test installs it on Debian)";
        using var import = Process.Start(new ProcessStartInfo(Python, ["-c", "import dbus, gi"]) { RedirectStandardError = true })!;
        import.StandardError.ReadToEnd();
        import.WaitForExit();
        return import.ExitCode == 0 ? null : "needs python3-dbus and python3-gi (./test installs them on Debian)";
    }

    private static string[] ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<string> ReadLineAsync()
    {
        if (await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience.Time) is { } line)
            return line;
        throw new InvalidOperationException($"bluez-peer ended: {await _process.StandardError.ReadToEndAsync()}");
    }
}
