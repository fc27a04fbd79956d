using CoRegulation.Biofeedback.Sensors;
using CoRegulation.Biofeedback.Sensors.Connecting;
using InTheHand.Bluetooth;

namespace CoRegulation.Biofeedback.InTheHand;

/// <summary>One strap as the package reaches it.</summary>
internal sealed class InTheHandLink(string id, string address, string name, Advertisements advertisements, TimeProvider time) : IStrapLink
{
    public string Id => id;

    public string Name => name;

    public async Task<IAsyncDisposable> ConnectAsync(IStrapListener listener, CancellationToken cancellationToken)
    {
        // Also what makes the package ready: on Linux it knows no adapter before.
        await RadioTrouble.ThrowIfUnusableAsync(cancellationToken);
        var device = await FindAsync(cancellationToken);
        var connection = new InTheHandConnection(device, listener, time);
        try
        {
            await connection.OpenAsync(name, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task SeenAsync(CancellationToken cancellationToken)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            using var _ = await advertisements.HearAsync(advertisement =>
            {
                if (string.Equals(advertisement.Device?.Id, address, StringComparison.OrdinalIgnoreCase))
                    seen.TrySetResult();
            });
            await seen.Task.WaitAsync(cancellationToken);
        }
#pragma warning disable CA1031 // Nobody reports it here: the pauses between tries are all there is.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => default;

    private async Task<BluetoothDevice> FindAsync(CancellationToken stop)
    {
        try
        {
            return await BluetoothDevice.FromIdAsync(address).WaitAsync(stop) ?? throw RadioTrouble.Unreachable(name, null);
        }
#pragma warning disable CA1031 // Each system has exceptions of its own.
        catch (Exception fault) when (fault is not OperationCanceledException and not SensorException)
#pragma warning restore CA1031
        {
            throw RadioTrouble.Unreachable(name, fault);
        }
    }
}
