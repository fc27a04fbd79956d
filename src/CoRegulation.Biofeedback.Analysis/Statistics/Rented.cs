using System.Buffers;

namespace CoRegulation.Biofeedback.Analysis.Statistics;

/// <summary>Memory borrowed for the time of a computation; what stood in it before is still there.</summary>
internal readonly ref struct Rented<T>(int length) : IDisposable
{
    private readonly T[] _array = ArrayPool<T>.Shared.Rent(length);

    public Span<T> Span => _array.AsSpan(0, length);

    public void Dispose() => ArrayPool<T>.Shared.Return(_array);
}
