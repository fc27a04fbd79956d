using System.Collections.Concurrent;

namespace CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

/// <summary>A connection to the message bus. One thread of its own makes every call into libdbus; it sleeps until a message or a request comes.</summary>
internal sealed class BusConnection : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly Action<BusMessage> _heard;
    private readonly WakeUp _wakeUp = new();
    private readonly ConcurrentQueue<(BusCall Call, Action<BusMessage?> Answered)> _calls = new();
    private readonly Dictionary<uint, Action<BusMessage?>> _awaiting = []; // of the bus thread
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private nint _connection; // of the bus thread
    private volatile bool _stop;
    private bool _isOver;

    private BusConnection(TimeProvider time, Action<BusMessage> heard) => (_time, _heard) = (time, heard);

    /// <summary>Ends when the connection has, for whatever reason. Nothing is heard after that.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Connects.</summary>
    /// <param name="address">Address of a bus, as the specification writes it.</param>
    /// <param name="time">The clock that stamps arrivals and times calls.</param>
    /// <param name="heard">Hears each signal, on the bus thread and in order; it must not wait.</param>
    /// <exception cref="BusException">There is no bus, or it does not let this program in.</exception>
    /// <exception cref="DllNotFoundException">There is no libdbus.</exception>
    public static async Task<BusConnection> OpenAsync(string address, TimeProvider time, Action<BusMessage> heard)
    {
        var bus = new BusConnection(time, heard);
        new Thread(() => bus.Run(address)) { IsBackground = true, Name = "message bus" }.Start();
        await bus._opened.Task;
        return bus;
    }

    /// <summary>Calls a method.</summary>
    /// <param name="call">The method.</param>
    /// <param name="read">Makes something of the answer, on the bus thread: before any signal that came after the answer is heard.</param>
    /// <param name="timeout">How long to wait for the answer.</param>
    /// <param name="cancellationToken">Ends the waiting, not the call.</param>
    /// <exception cref="BusException">The answer is an error, or none came.</exception>
    public async Task<T> CallAsync<T>(BusCall call, Func<BusMessage, T> read, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var answer = new BusAnswer<T>(read);
        if (!TryPost(call, answer.Take))
            throw Gone();
        try
        {
            return await answer.Task.WaitAsync(timeout, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new BusException(BusException.NoReply, $"{call.Member} was not answered.");
        }
    }

    /// <summary>Disconnects; calls that wait fail.</summary>
    public async ValueTask DisposeAsync()
    {
        _stop = true;
        _wakeUp.Ring();
        await _closed.Task;
    }

    /// <summary>What calls fail with once the connection is over.</summary>
    internal static BusException Gone() => new(BusException.Disconnected, "The connection to the message bus is over.");

    private bool TryPost(BusCall call, Action<BusMessage?> answered)
    {
        lock (_lock)
        {
            if (_isOver)
                return false;
            _calls.Enqueue((call, answered));
        }

        _wakeUp.Ring();
        return true;
    }

    private void Run(string address)
    {
        try
        {
            Open(address);
            _opened.SetResult();
            Loop();
        }
#pragma warning disable CA1031 // The end of a thread: whoever opens or calls gets it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _opened.TrySetException(fault);
        }
        finally
        {
            End();
        }
    }

    private void Open(string address)
    {
        _ = LibDBus.InitThreads();
        LibDBus.InitError(out var error);
        _connection = LibDBus.OpenPrivate(address, ref error);
        if (_connection != 0)
            LibDBus.SetExitOnDisconnect(_connection, 0);
        if (_connection != 0 && LibDBus.Register(_connection, ref error) != 0)
            return;
        var fault = new BusException(error.Name, error.Message);
        LibDBus.FreeError(ref error);
        throw fault;
    }

    private void Loop()
    {
        if (LibDBus.GetUnixFd(_connection, out var socket) == 0)
            throw Gone();
        var waited = new LibC.PollFd[] { new() { Fd = socket }, new() { Fd = _wakeUp.Fd, Events = LibC.PollIn } };
        while (!_stop)
        {
            while (_calls.TryDequeue(out var next))
                Send(next.Call, next.Answered);
            var isConnected = LibDBus.ReadWrite(_connection, 0) != 0;
            Hear();
            if (!isConnected || LibDBus.IsConnected(_connection) == 0)
                return;
            waited[0].Events = (short)(LibC.PollIn | (LibDBus.HasMessagesToSend(_connection) != 0 ? LibC.PollOut : 0));
            // An interrupted wait is looked at like any other.
            _ = LibC.Poll(waited, 2, -1);
            if (waited[1].Happened != 0)
                _wakeUp.Silence();
        }
    }

    private void Hear()
    {
        for (var message = LibDBus.PopMessage(_connection); message != 0; message = LibDBus.PopMessage(_connection))
        {
            var arrival = _time.GetTimestamp();
            var read = BusMessageReader.Read(message, arrival);
            LibDBus.UnrefMessage(message);
            if (read.Kind == BusMessage.Signal)
                _heard(read);
            else if (_awaiting.Remove(read.ReplySerial, out var answered))
                answered(read);
        }
    }

    private void Send(BusCall call, Action<BusMessage?> answered)
    {
        var message = call.ToMessage();
        if (LibDBus.Send(_connection, message, out var serial) != 0)
            _awaiting[serial] = answered;
        else
            answered(null);
        LibDBus.UnrefMessage(message);
    }

    private void End()
    {
        lock (_lock)
            _isOver = true;
        if (_connection != 0)
        {
            LibDBus.Close(_connection);
            LibDBus.UnrefConnection(_connection);
        }

        while (_calls.TryDequeue(out var unsent))
            unsent.Answered(null);
        foreach (var answered in _awaiting.Values)
            answered(null);
        _wakeUp.Dispose();
        _closed.SetResult();
    }
}
