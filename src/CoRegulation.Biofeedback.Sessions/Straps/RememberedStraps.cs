using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>Which strap each person had last time, in a small file that only its owner can read: a name, and the identity and name of a strap,
/// nothing else. A file that cannot be read or written is as none: nobody is kept from a session by it.</summary>
/// <param name="file">The file; null remembers nothing.</param>
public sealed class RememberedStraps(string? file)
{
    private const int MostPeople = 200;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly Lock _lock = new();

    /// <summary>Where it is by default: in the user's own folder for settings.</summary>
    public static string DefaultFile =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "coreg", "straps.json");

    /// <summary>The strap of a person; null where none is remembered.</summary>
    /// <param name="person">The name as it was given; case does not count.</param>
    public RememberedStrap? Find(string person)
    {
        lock (_lock)
            return Read().Find(one => IsSame(one, person)) is { } found ? new RememberedStrap(found.Strap, found.StrapName) : null;
    }

    /// <summary>Remembers a person's strap in place of an earlier one.</summary>
    public void Remember(string person, RememberedStrap strap)
    {
        ArgumentNullException.ThrowIfNull(strap);
        lock (_lock)
        {
            var others = Read().Where(one => !IsSame(one, person)).TakeLast(MostPeople - 1);
            Write([.. others, new Line(person, strap.Id, strap.Name)]);
        }
    }

    /// <summary>Forgets a person.</summary>
    public void Forget(string person)
    {
        lock (_lock)
            Write(Read().FindAll(one => !IsSame(one, person)));
    }

    private static bool IsSame(Line line, string person) => string.Equals(line.Person, person, StringComparison.OrdinalIgnoreCase);

    private List<Line> Read()
    {
        try
        {
            return file is null || !File.Exists(file) ? []
                : JsonSerializer.Deserialize<List<Line?>>(File.ReadAllText(file), Json)?.OfType<Line>().Where(line => line.IsWhole).ToList() ?? [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    private void Write(IReadOnlyList<Line> lines)
    {
        if (file is null)
            return;
        try
        {
            if (lines.Count == 0)
            {
                File.Delete(file);
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var next = file + ".new";
            File.Delete(next);
            using (var stream = new FileStream(next, OwnersOnly()))
                JsonSerializer.Serialize(stream, lines, Json);
            File.Move(next, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not remembered: next time the strap is chosen again.
        }
    }

    private static FileStreamOptions OwnersOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private sealed record Line(string? Person, string Strap, string StrapName)
    {
        [JsonIgnore]
        public bool IsWhole => !string.IsNullOrEmpty(Person) && !string.IsNullOrEmpty(Strap) && StrapName is not null;
    }
}
