namespace CoRegulation.Biofeedback.Analysis.Episodes;

/// <summary>The lowest of the last values. O(1) a value on average.</summary>
/// <param name="length">How many are looked at.</param>
internal sealed class RunningLowest(int length)
{
    // Rising from the front: a value that a later one undercuts can never be the lowest again.
    private readonly LinkedList<(long Index, double Value)> _rising = new();

    /// <summary>The lowest and where it is, the latest of equal ones. Ask only after a value came.</summary>
    public (long Index, double Value) Lowest => _rising.First!.Value;

    /// <summary>Takes the next value.</summary>
    public void Add(long index, double value)
    {
        while (_rising.Last is { } last && last.Value.Value >= value)
            _rising.RemoveLast();
        _rising.AddLast((index, value));
        while (_rising.First!.Value.Index <= index - length)
            _rising.RemoveFirst();
    }

    /// <summary>Lets go of all.</summary>
    public void Clear() => _rising.Clear();
}
