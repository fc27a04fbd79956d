using System.Text.Json;
using System.Text.Json.Serialization;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Straps;

/// <summary>Which strap each person had last time, in a small file that only its owner can read: a name, and the identity and name of a strap,
/// nothing else. A file that cannot be read or written is as none: nobody is kept from a session by it.</summary>
/// <param name="file">The file; null remembers nothing.</param>
public sealed class RememberedStraps(string? file)
{
    private const int MostPeople = 200;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Where it is by default: in the user's own folder for settings.</summary>
    public static string DefaultFile =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "coreg", "straps.json");

    /// <summary>The strap of a person; null where none is remembered.</summary>
    /// <param name="person">The name as it was given; case does not count.</param>
    public RememberedStrap? Find(string person)
    {
        try
        {
            return Read().Find(one => IsSame(one, person)) is { } found ? new RememberedStrap(found.Strap, found.StrapName) : null;
        }
        catch (Exception fault) when (FileFault.IsExpected(fault))
        {
            return null;
        }
    }

    /// <summary>Remembers a person's strap in place of an earlier one.</summary>
    public void Remember(string person, RememberedStrap strap)
    {
        ArgumentNullException.ThrowIfNull(strap);
        Change(lines => [.. lines.Where(one => !IsSame(one, person)).TakeLast(MostPeople - 1), new Line(person, strap.Id, strap.Name)]);
    }

    /// <summary>Forgets a person.</summary>
    public void Forget(string person) => Change(lines => lines.FindAll(one => !IsSame(one, person)));

    // Several programs may run at once, and each has people of its own.
    private void Change(Func<List<Line>, List<Line>> change)
    {
        try
        {
            if (file is null)
                return;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            using var alone = FileLock.Take(file + ".lock", Patience);
            var lines = change(Read());
            if (lines.Count == 0)
                File.Delete(file);
            else
                WholeFile.Write(file, stream => JsonSerializer.Serialize(stream, lines, Json), overwrite: true);
        }
        catch (Exception fault) when (FileFault.IsExpected(fault) || fault is RecordingException)
        {
            // Not remembered: next time the strap is chosen again.
        }
    }

    private static bool IsSame(Line line, string person) => string.Equals(line.Person, person, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="IOException">What is there cannot be read: then it must not be replaced, either.</exception>
    private List<Line> Read()
    {
        try
        {
            return file is null || !File.Exists(file) ? []
                : JsonSerializer.Deserialize<List<Line?>>(File.ReadAllText(file), Json)?.OfType<Line>().Where(line => line.IsWhole).ToList() ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private sealed record Line(string? Person, string Strap, string StrapName)
    {
        [JsonIgnore]
        public bool IsWhole => !string.IsNullOrEmpty(Person) && !string.IsNullOrEmpty(Strap) && StrapName is not null;
    }
}
