using CoRegulation.Biofeedback.Sensors.Connecting;
using InTheHand.Bluetooth.Scripted;

namespace CoRegulation.Biofeedback.InTheHand.Tests;

/// <summary>The link by itself: what it passes on is right before anybody behind it is careful, too.</summary>
public sealed class InTheHandLinkTests : IDisposable
{
    private readonly ScriptedStrap _strap = new("A0E1", "Polar H10") { LeaksHandlers = true };
    private readonly Advertisements _advertisements = new();
    private readonly InTheHandLink _link;

    public InTheHandLinkTests()
    {
        OneRadio.With(_strap);
        _link = new("inthehand:A0E1", "A0E1", "Polar H10", _advertisements, TimeProvider.System);
    }

    [Fact]
    public async Task A_connection_that_is_over_is_deaf_though_its_handlers_are_still_called()
    {
        var (first, second) = (new Listener(), new Listener());
        var connection = await _link.ConnectAsync(first, TestContext.Current.CancellationToken);
        _strap.Notify(0, 60);
        _strap.Drop();
        _strap.Notify(0, 61);
        await connection.DisposeAsync();

        await using var again = await _link.ConnectAsync(second, TestContext.Current.CancellationToken);
        _strap.Notify(0, 62);
        _strap.Drop();

        Assert.Equal(["60", "end"], first.Heard);
        Assert.Equal(["62", "end"], second.Heard);
    }

    [Fact]
    public async Task To_leave_is_not_told_as_an_end()
    {
        var listener = new Listener();
        var connection = await _link.ConnectAsync(listener, TestContext.Current.CancellationToken);

        await connection.DisposeAsync();

        Assert.Empty(listener.Heard);
        Assert.False(_strap.IsConnected);
    }

    [Fact]
    public async Task A_try_that_is_given_up_leaves_no_connection()
    {
        _strap.Hangs = true;
        using var giveUp = new CancellationTokenSource();
        var connecting = _link.ConnectAsync(new Listener(), giveUp.Token);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
        Assert.False(_strap.IsConnected);
    }

    public void Dispose() => _advertisements.Dispose();

    // The battery comes when it comes; it is tried elsewhere.
    private sealed class Listener : IStrapListener
    {
        public List<string> Heard { get; } = [];

        public void Notified(long arrivalTimestamp, ReadOnlySpan<byte> bytes) => Heard.Add($"{bytes[1]}");

        public void Battery(long arrivalTimestamp, int percent)
        {
        }

        public void Disconnected(long arrivalTimestamp, string? detail = null) => Heard.Add("end");
    }
}
