using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoRegulation.Biofeedback.EndToEnd;

/// <summary>The browser as the radio where there is none.</summary>
public sealed class BrowserWithoutBluetoothTests
{
    [Fact]
    public async Task A_computer_without_bluetooth_is_said_to_have_none()
    {
        await using var peer = await BluezPeer.StartAsync("name=Polar H10 1");
        await peer.TellAsync("adapter remove");
        await using var browser = await BluetoothChromium.StartAsync(peer.BusAddress);
        await using var live = await LiveProgram.StartAsync(null, "live");
        var page = await browser.Context.NewPageAsync();
        await page.GotoAsync(live.Url.AbsoluteUri);

        await page.GetByRole(AriaRole.Region, new() { Name = "Person A", Exact = true }).GetByRole(AriaRole.Button, new() { Name = "Connect through this browser" }).ClickAsync();

        await Expect(page.GetByText("Bluetooth is off, or not there")).ToBeVisibleAsync();
    }
}
