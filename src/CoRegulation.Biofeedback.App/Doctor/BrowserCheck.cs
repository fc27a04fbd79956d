namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>A browser that shows the window and can be a radio itself (Web Bluetooth): Chromium, Chrome or Edge.</summary>
/// <param name="places">Where such browsers are, by name.</param>
/// <param name="isNeeded">Whether the browser is the only radio, as on systems without BlueZ.</param>
/// <param name="isFlagged">Whether browsers hold straps on this system only when a flag is set, as on Linux.</param>
/// <param name="hasDesktop">Whether a browser could be opened from here.</param>
internal sealed class BrowserCheck(IEnumerable<BrowserPlace> places, bool isNeeded, bool isFlagged, bool hasDesktop) : ICheck
{
    private const string Name = "browser";

    /// <inheritdoc/>
    public Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        var found = places.FirstOrDefault(place => File.Exists(place.Path));
        return Task.FromResult<Finding>((found, hasDesktop) switch
        {
            ({ } browser, true) => new(Name, CheckState.Ok, $"{browser.Name} ({browser.Path}) shows the window{(isFlagged ? "; it connects straps by itself once chrome://flags/#enable-web-bluetooth is on." : ", and can connect straps by itself.")}"),
            ({ } browser, false) => new(
                Name, CheckState.Warn, $"{browser.Name} is here ({browser.Path}), but no desktop to open it on: open the address that coreg prints, or record without a window (coreg record)."),
            _ when isNeeded => new(
                Name, CheckState.Fail, "There is no Chrome or Edge, by which straps are reached on this system. Install one of them."),
            _ => new(
                Name, CheckState.Warn, "There is no Chromium, Chrome or Edge: any other browser shows the window, but cannot connect straps by itself. Install one of them for that."),
        });
    }
}
