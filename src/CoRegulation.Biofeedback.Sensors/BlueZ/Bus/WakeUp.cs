using System.Runtime.InteropServices;

namespace CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

/// <summary>Wakes the bus thread from any other.</summary>
internal sealed class WakeUp : IDisposable
{
    private readonly Lock _lock = new();
    private bool _disposed;

    public WakeUp()
    {
        Fd = LibC.EventFd(0, LibC.EventFdFlags);
        if (Fd < 0)
            throw new IOException($"The system gives no event descriptor (error {Marshal.GetLastPInvokeError()}).");
    }

    /// <summary>Readable once somebody rang.</summary>
    public int Fd { get; }

    /// <summary>For any thread; without effect after disposal.</summary>
    public void Ring()
    {
        ulong one = 1;
        lock (_lock)
        {
            if (!_disposed)
                _ = LibC.Write(Fd, ref one, sizeof(ulong));
        }
    }

    /// <summary>For the thread that was woken.</summary>
    public void Silence()
    {
        ulong rung = 0;
        _ = LibC.Read(Fd, ref rung, sizeof(ulong));
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (!_disposed)
                _ = LibC.Close(Fd);
            _disposed = true;
        }
    }
}
