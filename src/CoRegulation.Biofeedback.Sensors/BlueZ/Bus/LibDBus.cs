using System.Runtime.InteropServices;

namespace CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

/// <summary>What is used of libdbus, which is on every machine that has BlueZ: no variadic functions, no callbacks, no pending calls.
/// A <c>dbus_bool_t</c> is an <see cref="int"/> here.</summary>
/// <remarks>libdbus ends the process when it is given a malformed path or name: pass constants, or what came from the bus.</remarks>
internal static partial class LibDBus
{
    private const string Library = "libdbus-1.so.3";

    [LibraryImport(Library, EntryPoint = "dbus_threads_init_default")]
    public static partial int InitThreads();

    [LibraryImport(Library, EntryPoint = "dbus_error_init")]
    public static partial void InitError(out Error error);

    [LibraryImport(Library, EntryPoint = "dbus_error_free")]
    public static partial void FreeError(ref Error error);

    [LibraryImport(Library, EntryPoint = "dbus_connection_open_private", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint OpenPrivate(string address, ref Error error);

    [LibraryImport(Library, EntryPoint = "dbus_bus_register")]
    public static partial int Register(nint connection, ref Error error);

    [LibraryImport(Library, EntryPoint = "dbus_connection_set_exit_on_disconnect")]
    public static partial void SetExitOnDisconnect(nint connection, int exits);

    [LibraryImport(Library, EntryPoint = "dbus_connection_get_unix_fd")]
    public static partial int GetUnixFd(nint connection, out int fd);

    [LibraryImport(Library, EntryPoint = "dbus_connection_get_is_connected")]
    public static partial int IsConnected(nint connection);

    [LibraryImport(Library, EntryPoint = "dbus_connection_has_messages_to_send")]
    public static partial int HasMessagesToSend(nint connection);

    [LibraryImport(Library, EntryPoint = "dbus_connection_read_write")]
    public static partial int ReadWrite(nint connection, int timeoutMs);

    [LibraryImport(Library, EntryPoint = "dbus_connection_pop_message")]
    public static partial nint PopMessage(nint connection);

    [LibraryImport(Library, EntryPoint = "dbus_connection_send")]
    public static partial int Send(nint connection, nint message, out uint serial);

    [LibraryImport(Library, EntryPoint = "dbus_connection_close")]
    public static partial void Close(nint connection);

    [LibraryImport(Library, EntryPoint = "dbus_connection_unref")]
    public static partial void UnrefConnection(nint connection);

    [LibraryImport(Library, EntryPoint = "dbus_message_new_method_call", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint NewMethodCall(string destination, string path, string @interface, string member);

    [LibraryImport(Library, EntryPoint = "dbus_message_set_auto_start")]
    public static partial void SetAutoStart(nint message, int starts);

    [LibraryImport(Library, EntryPoint = "dbus_message_unref")]
    public static partial void UnrefMessage(nint message);

    [LibraryImport(Library, EntryPoint = "dbus_message_get_type")]
    public static partial int TypeOf(nint message);

    [LibraryImport(Library, EntryPoint = "dbus_message_get_reply_serial")]
    public static partial uint ReplySerialOf(nint message);

    [LibraryImport(Library, EntryPoint = "dbus_message_get_sender")]
    public static partial nint SenderOf(nint message);

    [LibraryImport(Library, EntryPoint = "dbus_message_get_path")]
    public static partial nint PathOf(nint message);

    [LibraryImport(Library, EntryPoint = "dbus_message_get_interface")]
    public static partial nint InterfaceOf(nint message);

    [LibraryImport(Library, EntryPoint = "dbus_message_get_member")]
    public static partial nint MemberOf(nint message);

    [LibraryImport(Library, EntryPoint = "dbus_message_get_error_name")]
    public static partial nint ErrorNameOf(nint message);

    [LibraryImport(Library, EntryPoint = "dbus_message_iter_init")]
    public static partial int BeginRead(nint message, out Iterator iterator);

    [LibraryImport(Library, EntryPoint = "dbus_message_iter_get_arg_type")]
    public static partial int ArgumentType(ref Iterator iterator);

    [LibraryImport(Library, EntryPoint = "dbus_message_iter_get_element_type")]
    public static partial int ElementType(ref Iterator iterator);

    [LibraryImport(Library, EntryPoint = "dbus_message_iter_next")]
    public static partial int Next(ref Iterator iterator);

    [LibraryImport(Library, EntryPoint = "dbus_message_iter_recurse")]
    public static partial void Recurse(ref Iterator iterator, out Iterator inner);

    [LibraryImport(Library, EntryPoint = "dbus_message_iter_get_basic")]
    public static partial void GetBasic(ref Iterator iterator, out ulong value);

    [LibraryImport(Library, EntryPoint = "dbus_message_iter_get_fixed_array")]
    public static partial void GetFixedArray(ref Iterator iterator, out nint elements, out int count);

    [LibraryImport(Library, EntryPoint = "dbus_message_iter_init_append")]
    public static partial void BeginAppend(nint message, out Iterator iterator);

    [LibraryImport(Library, EntryPoint = "dbus_message_iter_append_basic")]
    public static partial int AppendBasic(ref Iterator iterator, int type, ref nint value);

    [LibraryImport(Library, EntryPoint = "dbus_message_iter_open_container", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int OpenContainer(ref Iterator iterator, int type, string? signature, out Iterator inner);

    [LibraryImport(Library, EntryPoint = "dbus_message_iter_close_container")]
    public static partial int CloseContainer(ref Iterator iterator, ref Iterator inner);

    /// <summary>A <c>DBusError</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly struct Error
    {
        private readonly nint _name;
        private readonly nint _message;
        private readonly uint _bits;
        private readonly nint _padding;

        public string Name => Marshal.PtrToStringUTF8(_name) ?? "";

        public string Message => Marshal.PtrToStringUTF8(_message) ?? "";
    }

    /// <summary>Room for a <c>DBusMessageIter</c>, which libdbus promises never to let grow (72 bytes on 64-bit systems).</summary>
    [StructLayout(LayoutKind.Sequential, Size = 128)]
    public struct Iterator;
}
