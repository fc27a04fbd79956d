using CoRegulation.Biofeedback.Sessions.Straps;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Straps;

public sealed class RememberedStrapsTests : IDisposable
{
    private static readonly RememberedStrap H10 = new("bluez:AA:BB:CC:DD:EE:01", "Polar H10 1");

    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "settings", "straps.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_strap_is_remembered_by_the_name_of_its_person()
    {
        new RememberedStraps(File).Remember("Ana", H10);

        Assert.Equal(H10, new RememberedStraps(File).Find("ana"));
        Assert.Null(new RememberedStraps(File).Find("Ben"));
    }

    [Fact]
    public void The_newer_takes_the_place_of_the_older_and_can_be_forgotten()
    {
        var straps = new RememberedStraps(File);
        straps.Remember("Ana", H10);
        straps.Remember("Ana", H10 with { Id = "bluez:AA:BB:CC:DD:EE:02" });
        Assert.Equal("bluez:AA:BB:CC:DD:EE:02", straps.Find("Ana")!.Id);

        straps.Forget("ANA");

        Assert.Null(straps.Find("Ana"));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void Only_its_owner_can_read_the_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes are those of Unix");

        new RememberedStraps(File).Remember("Ana", H10);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public void Several_programs_at_once_lose_nobody()
    {
        var people = Enumerable.Range(0, 40).Select(i => $"P{i}").ToList();

        Parallel.ForEach(people, new ParallelOptions { MaxDegreeOfParallelism = 4 }, person => new RememberedStraps(File).Remember(person, H10));

        Assert.All(people, person => Assert.Equal(H10, new RememberedStraps(File).Find(person)));
    }

    [Fact]
    public void What_cannot_be_read_is_not_written_over()
    {
        new RememberedStraps(File).Remember("Ana", H10);
        using (new FileStream(File, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            new RememberedStraps(File).Remember("Ben", H10);

        Assert.Equal(H10, new RememberedStraps(File).Find("Ana"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[null, {}, {\"person\":\"Ana\"}, 3]")]
    [InlineData("[{\"person\":\"Ana\",\"strap\":null,\"strapName\":null}]")]
    public void A_file_that_makes_no_sense_is_as_none(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, text);
        var straps = new RememberedStraps(File);

        Assert.Null(straps.Find("Ana"));
        straps.Remember("Ana", H10);
        Assert.Equal(H10, straps.Find("Ana"));
    }

    [Fact]
    public void Nothing_is_remembered_where_nothing_can_be_written()
    {
        var straps = new RememberedStraps(Path.Combine(_folder.Path, "a\0b", "straps.json"));
        System.IO.File.WriteAllText(Path.Combine(_folder.Path, "file"), "");
        var below = new RememberedStraps(Path.Combine(_folder.Path, "file", "straps.json"));

        below.Remember("Ana", H10);

        Assert.Null(below.Find("Ana"));
        Assert.Null(straps.Find("Ana"));
    }
}
