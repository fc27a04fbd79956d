using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Tests.Connecting;
using InTheHand.Bluetooth.Scripted;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.InTheHand.Tests;

public sealed class InTheHandScanTests : IAsyncDisposable
{
    private readonly ScriptedStrap _strap = new("A0E1", "Polar H10 12345678");
    private readonly ScriptedStrap _unknown = new("A0E2", "MyStrap");
    private readonly ScriptedStrap _headphones = new("A0E3", "Headphones");
    private readonly FakeTimeProvider _time = new();
    private readonly InTheHandBackend _backend;
    private readonly ScriptedRadio _radio;

    public InTheHandScanTests()
    {
        _radio = OneRadio.With(_strap, _unknown, _headphones);
        _headphones.Advertised.Clear();
        _backend = new(_time);
    }

    [Fact]
    public async Task Straps_are_told_by_their_service_or_their_name_and_other_devices_are_not()
    {
        await using var scan = await ScanningAsync();

        _radio.Advertise(_strap, withServices: false);
        _radio.Advertise(_unknown, withServices: false);
        _radio.Advertise(_headphones);
        _radio.Advertise(_unknown, withName: false);
        _radio.Advertise(_unknown, withDevice: false);

        await scan.UntilAsync(2);
        Assert.Equal(
            [new("inthehand:A0E1", "Polar H10 12345678", -60, HasHeartRateService: false), new("inthehand:A0E2", "MyStrap", -60)],
            scan.Sightings);
    }

    [Fact]
    public async Task A_strap_is_told_again_when_its_service_or_signal_is_news_and_when_it_is_gone()
    {
        await using var scan = await ScanningAsync();

        _radio.Advertise(_strap, withServices: false);
        _radio.Advertise(_strap, withName: false);
        _radio.Advertise(_strap);
        _strap.SignalDbm = -62;
        _radio.Advertise(_strap);
        _strap.SignalDbm = -70;
        _radio.Advertise(_strap);
        await scan.UntilAsync(3);
        await Heard.AdvanceUntilAsync(_time, () => scan.Sightings.Count == 4, TimeSpan.FromSeconds(25));

        Assert.Equal([false, true, true, true], scan.Sightings.Select(sighting => sighting.HasHeartRateService));
        Assert.Equal([-60, -60, -70, null], scan.Sightings.Select(sighting => sighting.SignalDbm));
        Assert.Equal([true, true, true, false], scan.Sightings.Select(sighting => sighting.IsInRange));
    }

    [Fact]
    public async Task Where_no_advertisements_are_reported_lists_are_made_and_filtered_by_name()
    {
        _radio.ReportsAdvertisements = false;
        await using var scan = new Scan(_backend);

        await scan.UntilAsync(1);
        await Heard.AdvanceUntilAsync(_time, () => _radio.Lists >= 3, TimeSpan.FromSeconds(10));

        Assert.Equal(new SensorSighting("inthehand:A0E1", "Polar H10 12345678", HasHeartRateService: false), Assert.Single(scan.Sightings));
    }

    [Fact]
    public async Task Several_scans_share_one_scan_of_the_package_which_ends_with_the_last()
    {
        var first = await ScanningAsync();
        var second = await ScanningAsync();
        await Heard.UntilAsync(() =>
        {
            _radio.Advertise(_strap);
            return first.Sightings.Count == 1 && second.Sightings.Count == 1;
        });
        Assert.Equal(1, _radio.Scans);

        await first.DisposeAsync();
        Assert.Equal(1, _radio.Scans);
        await second.DisposeAsync();
        await Heard.UntilAsync(() => _radio.Scans == 0);
    }

    [Fact]
    public async Task A_radio_that_is_off_is_said_so()
    {
        _radio.IsAvailable = false;

        var trouble = await Assert.ThrowsAsync<SensorException>(async () =>
        {
            await foreach (var _ in _backend.ScanAsync(TestContext.Current.CancellationToken)) { }
        });

        Assert.Equal(SensorTrouble.AdapterOff, trouble.Trouble);
    }

    public ValueTask DisposeAsync() => _backend.DisposeAsync();

    private async Task<Scan> ScanningAsync()
    {
        var scan = new Scan(_backend);
        await Heard.UntilAsync(() => _radio.Scans == 1);
        return scan;
    }
}
