using System.Runtime.InteropServices;

namespace CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

/// <summary>A method to be called. Arguments are strings, or dictionaries of variants that hold a string, a bool or a list of strings.</summary>
/// <param name="Destination">A bus name.</param>
/// <param name="Path">An object.</param>
/// <param name="Interface">An interface.</param>
/// <param name="Member">A method.</param>
/// <param name="Arguments">What it is given.</param>
internal sealed record BusCall(string Destination, string Path, string Interface, string Member, params IReadOnlyList<object> Arguments)
{
    private const string VariantEntries = "{sv}";

    /// <summary>Whether the bus may start a program to answer it.</summary>
    public bool StartsProgram { get; init; }

    /// <summary>The message, which the caller releases. On the bus thread only.</summary>
    public nint ToMessage()
    {
        var message = LibDBus.NewMethodCall(Destination, Path, Interface, Member);
        if (message == 0)
            throw new InsufficientMemoryException("There is no memory for a message.");
        LibDBus.SetAutoStart(message, StartsProgram ? 1 : 0);
        LibDBus.BeginAppend(message, out var at);
        foreach (var argument in Arguments)
        {
            if (argument is string text)
                AppendString(ref at, text);
            else
                AppendEntries(ref at, (IReadOnlyDictionary<string, object>)argument);
        }

        return message;
    }

    private static void AppendEntries(ref LibDBus.Iterator at, IReadOnlyDictionary<string, object> entries)
    {
        _ = LibDBus.OpenContainer(ref at, 'a', VariantEntries, out var array);
        foreach (var (key, value) in entries)
        {
            _ = LibDBus.OpenContainer(ref array, 'e', null, out var entry);
            AppendString(ref entry, key);
            AppendVariant(ref entry, value);
            _ = LibDBus.CloseContainer(ref array, ref entry);
        }

        _ = LibDBus.CloseContainer(ref at, ref array);
    }

    private static void AppendVariant(ref LibDBus.Iterator at, object value)
    {
        var signature = value switch { string => "s", bool => "b", IReadOnlyList<string> => "as", _ => throw new ArgumentException($"No variant holds a {value}.", nameof(value)) };
        _ = LibDBus.OpenContainer(ref at, 'v', signature, out var variant);
        switch (value)
        {
            case string text:
                AppendString(ref variant, text);
                break;
            case bool isTrue:
                nint number = isTrue ? 1 : 0;
                _ = LibDBus.AppendBasic(ref variant, 'b', ref number);
                break;
            case IReadOnlyList<string> texts:
                _ = LibDBus.OpenContainer(ref variant, 'a', "s", out var array);
                foreach (var text in texts)
                    AppendString(ref array, text);
                _ = LibDBus.CloseContainer(ref variant, ref array);
                break;
        }

        _ = LibDBus.CloseContainer(ref at, ref variant);
    }

    private static void AppendString(ref LibDBus.Iterator at, string text)
    {
        var utf8 = Marshal.StringToCoTaskMemUTF8(text);
        _ = LibDBus.AppendBasic(ref at, 's', ref utf8);
        Marshal.FreeCoTaskMem(utf8);
    }
}
