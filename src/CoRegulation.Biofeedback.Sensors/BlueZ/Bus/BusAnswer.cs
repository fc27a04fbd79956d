namespace CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

/// <summary>The answer to a call, as whoever called waits for it.</summary>
/// <param name="read">Makes something of it, on the bus thread.</param>
internal sealed class BusAnswer<T>(Func<BusMessage, T> read)
{
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Task => _result.Task;

    /// <summary>Takes what came; null when nothing can come any more.</summary>
    public void Take(BusMessage? message)
    {
        try
        {
            if (message is null)
                _result.TrySetException(BusConnection.Gone());
            else if (message.Kind == BusMessage.Error)
                _result.TrySetException(new BusException(message.ErrorName ?? "", message.At<string>(0) ?? ""));
            else
                _result.TrySetResult(read(message));
        }
#pragma warning disable CA1031 // Whoever called gets it; the bus thread goes on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _result.TrySetException(fault);
        }
    }
}
