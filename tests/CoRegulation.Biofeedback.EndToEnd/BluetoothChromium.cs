using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>A Chromium whose Bluetooth is that of a <see cref="BluezPeer"/>; its question for a device is answered as the test says.</summary>
internal sealed class BluetoothChromium : IAsyncDisposable
{

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private BluetoothChromium(IPlaywright playwright, IBrowser browser, IBrowserContext context) => (_playwright, _browser, Context) = (playwright, browser, context);

    public IBrowserContext Context { get; }

    /// <summary>Starts one; the test is skipped where there is none.</summary>
    /// <param name="busAddress">The bus on which BlueZ is.</param>
    /// <param name="remembersDevices">Whether <c>navigator.bluetooth.getDevices</c> is there.</param>
    public static async Task<BluetoothChromium> StartAsync(string busAddress, bool remembersDevices = true)
    {
        var playwright = await Playwright.CreateAsync();
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
        environment["DBUS_SYSTEM_BUS_ADDRESS"] = busAddress;
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Executable(),
            Args = [.. Chromium.Arguments, $"--enable-features=WebBluetooth{(remembersDevices ? ",WebBluetoothNewPermissionsBackend" : "")}", .. remembersDevices ? ["--enable-experimental-web-platform-features"] : Array.Empty<string>()],
            Env = environment,
            Timeout = Patience.Ms,
        });
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        context.SetDefaultTimeout(Patience.Ms);
        if (!remembersDevices)
            await context.AddInitScriptAsync("if (globalThis.Bluetooth) delete Bluetooth.prototype.getDevices;");
        return new BluetoothChromium(playwright, browser, context);
    }

    /// <summary>Does what makes the browser ask for a device, and chooses the one with a name.</summary>
    public async Task ChooseAsync(IPage page, string name, Func<Task> ask)
    {
        var devTools = await Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("DeviceAccess.enable");
        var answered = 0;
        var asked = new ConcurrentQueue<string>();
        var chosen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        devTools.Event("DeviceAccess.deviceRequestPrompted").OnEvent += async (_, prompt) =>
        {
            asked.Enqueue(prompt!.Value.GetRawText());
            // The list may be empty at first, and comes again as straps are seen.
            var device = prompt.Value.GetProperty("devices").EnumerateArray().FirstOrDefault(device => device.GetProperty("name").GetString() == name);
            if (device.ValueKind is JsonValueKind.Undefined || Interlocked.Exchange(ref answered, 1) == 1)
                return;
            await devTools.SendAsync("DeviceAccess.selectPrompt", new() { ["id"] = prompt.Value.GetProperty("id").GetString()!, ["deviceId"] = device.GetProperty("id").GetString()! });
            chosen.TrySetResult();
        };
        await ask();
        await chosen.Task.WaitAsync(Patience.Time, TestContext.Current.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!chosen.Task.IsCompletedSuccessfully)
            Assert.Fail($"'{name}' could not be chosen. The browser asked: [{string.Join(", ", asked)}]. The page: {await page.InnerTextAsync("body")}");
        await devTools.DetachAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
