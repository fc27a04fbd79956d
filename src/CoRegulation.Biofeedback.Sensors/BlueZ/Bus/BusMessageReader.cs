using System.Globalization;
using System.Runtime.InteropServices;

namespace CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

/// <summary>Makes a <see cref="BusMessage"/> of libdbus's. Whatever came has been checked against its signature by libdbus.</summary>
internal static class BusMessageReader
{
    public static BusMessage Read(nint message, long arrivalTimestamp) => new(
        arrivalTimestamp,
        LibDBus.TypeOf(message),
        LibDBus.ReplySerialOf(message),
        Marshal.PtrToStringUTF8(LibDBus.SenderOf(message)),
        Marshal.PtrToStringUTF8(LibDBus.PathOf(message)),
        Marshal.PtrToStringUTF8(LibDBus.InterfaceOf(message)),
        Marshal.PtrToStringUTF8(LibDBus.MemberOf(message)),
        Marshal.PtrToStringUTF8(LibDBus.ErrorNameOf(message)),
        LibDBus.BeginRead(message, out var values) != 0 ? Sequence(ref values) : []);

    private static List<object> Sequence(ref LibDBus.Iterator at)
    {
        var values = new List<object>();
        while (LibDBus.ArgumentType(ref at) != 0)
        {
            values.Add(Value(ref at));
            LibDBus.Next(ref at);
        }

        return values;
    }

    private static object Value(ref LibDBus.Iterator at)
    {
        var type = (char)LibDBus.ArgumentType(ref at);
        switch (type)
        {
            case 'v':
                LibDBus.Recurse(ref at, out var held);
                return Value(ref held);
            case 'r':
                LibDBus.Recurse(ref at, out var fields);
                return Sequence(ref fields);
            case 'a':
                return Array(ref at);
            default:
                LibDBus.GetBasic(ref at, out var bits);
                return Basic(type, bits);
        }
    }

    private static object Array(ref LibDBus.Iterator at)
    {
        var elementType = (char)LibDBus.ElementType(ref at);
        LibDBus.Recurse(ref at, out var elements);
        return elementType switch
        {
            'y' => Bytes(ref elements),
            'e' => Entries(ref elements),
            _ => Sequence(ref elements),
        };
    }

    private static byte[] Bytes(ref LibDBus.Iterator elements)
    {
        // An empty array has no element to stand on.
        if (LibDBus.ArgumentType(ref elements) == 0)
            return [];
        LibDBus.GetFixedArray(ref elements, out var start, out var count);
        var bytes = new byte[count];
        Marshal.Copy(start, bytes, 0, count);
        return bytes;
    }

    private static Dictionary<string, object> Entries(ref LibDBus.Iterator elements)
    {
        var entries = new Dictionary<string, object>(StringComparer.Ordinal);
        while (LibDBus.ArgumentType(ref elements) != 0)
        {
            LibDBus.Recurse(ref elements, out var entry);
            var key = Value(ref entry);
            LibDBus.Next(ref entry);
            entries[key as string ?? Convert.ToString(key, CultureInfo.InvariantCulture)!] = Value(ref entry);
            LibDBus.Next(ref elements);
        }

        return entries;
    }

    private static object Basic(char type, ulong bits) => type switch
    {
        's' or 'o' or 'g' => Marshal.PtrToStringUTF8((nint)bits) ?? "",
        'b' => (uint)bits != 0,
        'y' => (byte)bits,
        'n' => (short)bits,
        'q' => (ushort)bits,
        'i' => (int)bits,
        'u' => (uint)bits,
        'x' => (long)bits,
        't' => bits,
        'd' => BitConverter.UInt64BitsToDouble(bits),
        _ => $"a value of type {type}", // a file descriptor, which nobody here asks for
    };
}
