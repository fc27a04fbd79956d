using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>The program as a process: what it prints, how it ends. Killed when disposed.</summary>
internal sealed partial class Coreg : IAsyncDisposable
{
    public const int HangUp = 1;
    public const int Interrupt = 2;
    public const int Terminate = 15;

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _ended;

    private Coreg(Process process)
    {
        _process = process;
        _ended = Task.WhenAll(
            ReadAsync(process.StandardOutput, _output, line => _firstLine.TrySetResult(line)),
            ReadAsync(process.StandardError, _error, _ => { }),
            process.WaitForExitAsync());
    }

    /// <summary>Whether a program that these tests start hears SIGINT: one that is started in the background may be deaf to it, and so are its children.</summary>
    public static bool InterruptIsHeard { get; } = !IsIgnored(Interrupt);

    /// <summary>The same of SIGHUP: children of nohup are deaf to it, and shall be.</summary>
    public static bool HangUpIsHeard { get; } = !IsIgnored(HangUp);

    /// <summary>What it printed so far.</summary>
    public string Output { get { lock (_output) return _output.ToString(); } }

    /// <summary>What it said on the standard error so far.</summary>
    public string Error { get { lock (_error) return _error.ToString(); } }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Runs a command to its end.</summary>
    public static Task<CoregResult> RunAsync(params string[] arguments) => RunInAsync(new Surroundings(), arguments);

    /// <summary>Runs a command to its end in surroundings of its own.</summary>
    public static async Task<CoregResult> RunInAsync(Surroundings surroundings, params string[] arguments)
    {
        await using var coreg = Start(surroundings, arguments);
        return await coreg.EndAsync();
    }

    /// <summary>Starts a command that goes on.</summary>
    public static Coreg Start(Surroundings surroundings, params string[] arguments)
    {
        var start = new ProcessStartInfo(surroundings.Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = surroundings.WorkingFolder,
        };
        foreach (var (name, value) in surroundings.Environment)
            start.Environment[name] = value;

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new(process);
    }

    /// <summary>Starts a command with a window, on a free port and without a browser, and waits for its URL.</summary>
    public static async Task<(Coreg Coreg, Uri Url)> StartWindowAsync(params string[] arguments)
    {
        var coreg = Start(new Surroundings(), [.. arguments, "--port", "0", "--no-browser"]);
        try
        {
            return (coreg, await coreg.UrlAsync());
        }
        catch
        {
            await coreg.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for the first line; what was printed instead when it ends without one.</summary>
    public async Task<string> FirstLineAsync()
    {
        await Task.WhenAny(_firstLine.Task, _ended).WaitAsync(Patience.Time, TestContext.Current.CancellationToken);
        return _firstLine.Task.IsCompletedSuccessfully ? await _firstLine.Task : $"No line came. Error: '{Error}'.";
    }

    /// <summary>Waits for the first line, which of a command with a window is its URL.</summary>
    public async Task<Uri> UrlAsync() => Uri.TryCreate(await FirstLineAsync(), UriKind.Absolute, out var url)
        ? url
        : throw new InvalidOperationException($"No URL came first. Output: '{Output}'. Error: '{Error}'.");

    /// <summary>Waits for the end.</summary>
    public async Task<CoregResult> EndAsync()
    {
        await _ended.WaitAsync(Patience.Time, TestContext.Current.CancellationToken);
        return new(_process.ExitCode, Output, Error);
    }

    /// <summary>Sends a signal.</summary>
    public void Signal(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

    /// <summary>Sends a signal and waits for the end; who ended a moment before hears none.</summary>
    public Task<CoregResult> EndByAsync(int signal)
    {
        Assert.True(HasEnded || Kill(_process.Id, signal) == 0 || HasEnded, $"Signal {signal} could not be sent.");
        return EndAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task ReadAsync(StreamReader reader, StringBuilder into, Action<string> each)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (into)
                into.Append(line).Append('\n');
            each(line);
        }
    }

    private static bool IsIgnored(int signal)
    {
        const string status = "/proc/self/status";
        return File.Exists(status)
            && File.ReadLines(status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
            && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & (1UL << (signal - 1))) != 0;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
