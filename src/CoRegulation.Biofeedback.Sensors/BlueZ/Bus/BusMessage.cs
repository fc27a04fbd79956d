namespace CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

/// <summary>A message that came. Its values are <see cref="string"/> (object paths and signatures, too), <see cref="bool"/>, <see cref="byte"/>,
/// <see cref="short"/>, <see cref="ushort"/>, <see cref="int"/>, <see cref="uint"/>, <see cref="long"/>, <see cref="ulong"/>, <see cref="double"/>;
/// an array of bytes is a <c>byte[]</c>, any other array or struct a <c>List&lt;object&gt;</c>, a dictionary a <c>Dictionary&lt;string, object&gt;</c>;
/// a variant is what it holds.</summary>
/// <param name="ArrivalTimestamp">Taken first thing when it was there.</param>
/// <param name="Kind">One of the numbers of the specification: <see cref="Reply"/>, <see cref="Error"/>, <see cref="Signal"/>.</param>
/// <param name="ReplySerial">What it answers; 0 for a signal.</param>
/// <param name="Sender">The unique name of whoever sent it, which the bus vouches for; the bus's own name when it was the bus itself.</param>
/// <param name="Path">The object that it is of; null for an answer.</param>
/// <param name="Interface">The interface that it is of; null for an answer.</param>
/// <param name="Member">The signal's name; null for an answer.</param>
/// <param name="ErrorName">The error's name.</param>
/// <param name="Values">What it carries.</param>
internal sealed record BusMessage(
    long ArrivalTimestamp, int Kind, uint ReplySerial, string? Sender, string? Path, string? Interface, string? Member, string? ErrorName, IReadOnlyList<object> Values)
{
    public const int Reply = 2;
    public const int Error = 3;
    public const int Signal = 4;

    /// <summary>The value at a place, if there is one of that type.</summary>
    public T? At<T>(int place)
        where T : class => place < Values.Count ? Values[place] as T : null;
}
