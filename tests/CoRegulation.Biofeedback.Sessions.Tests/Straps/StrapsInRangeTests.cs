using CoRegulation.Biofeedback.Sessions.Straps;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Straps;

public class StrapsInRangeTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly StrapsInRange _straps;

    public StrapsInRangeTests() => _straps = new StrapsInRange(_time);

    [Fact]
    public void A_strap_goes_quiet_and_then_leaves_the_list()
    {
        _straps.See(new("sim:1", "H10"));

        Assert.False(Assert.Single(_straps.Now()).HasGoneQuiet);
        _time.Advance(StrapsInRange.QuietAfter);
        Assert.True(Assert.Single(_straps.Now()).HasGoneQuiet);
        _time.Advance(StrapsInRange.GoneAfter - StrapsInRange.QuietAfter);
        Assert.Empty(_straps.Now());
    }

    [Fact]
    public void What_has_gone_leaves_at_once()
    {
        _straps.See(new("sim:1", "H10"));
        _straps.See(new("sim:1", "H10", IsInRange: false));

        Assert.Empty(_straps.Now());
    }

    [Fact]
    public void The_list_keeps_its_order_whatever_the_signal()
    {
        _straps.See(new("sim:1", "One", -80));
        _straps.See(new("sim:2", "Two", -70, HasHeartRateService: false));
        _straps.See(new("sim:3", "Three", -90));
        _straps.See(new("sim:3", "Three", -40));

        Assert.Equal(["One", "Three", "Two"], _straps.Now().Select(strap => strap.Sighting.Name));
        Assert.Equal(-40, _straps.Find("sim:3")!.SignalDbm);
    }

    [Fact]
    public void A_strap_that_comes_back_has_its_place_again()
    {
        _straps.See(new("sim:1", "One"));
        _straps.See(new("sim:2", "Two"));
        _straps.See(new("sim:1", "One", IsInRange: false));
        _straps.See(new("sim:1", "One"));

        Assert.Equal(["One", "Two"], _straps.Now().Select(strap => strap.Sighting.Name));
    }

    [Fact]
    public void A_battery_that_was_told_once_stays_known()
    {
        _straps.See(new("sim:1", "H10", BatteryPercent: 80));
        _straps.See(new("sim:1", "H10", -50));

        Assert.Equal(80, Assert.Single(_straps.Now()).Sighting.BatteryPercent);
    }

    [Theory]
    [InlineData("bluez:AA:BB:CC:DD:EE:01", "EE:01")]
    [InlineData("sim:ann", "ann")]
    [InlineData("web:s7yOUC2KJBw+r0a==", "r0a==")]
    public void The_last_of_the_address_tells_straps_of_one_name_apart(string id, string tail) => Assert.Equal(tail, SeenStrap.TailOf(id));
}
