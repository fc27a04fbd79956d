using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

public sealed class PartsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Parts_of_one_session_read_as_one()
    {
        var first = Part(1, 0, new MarkerFact(1, "one"));
        Part(10, 300, new MarkerFact(310, "ten"), new EndFact(320));
        Part(2, 60, new MarkerFact(60, "two"));
        Enumerable.Range(3, 7).ToList().ForEach(part => Part(part, 60 + part));

        var session = RecordingReader.Read(first);

        Assert.Equal([new MarkerFact(1, "one"), new MarkerFact(60, "two"), new MarkerFact(310, "ten"), new EndFact(320)], session.Facts);
        Assert.True(session.Finished);
        Assert.Empty(session.Warnings);
        Assert.Equal(1, session.Header.Part);
        Assert.Equal(10, RecordingReader.Inspect(first).Files.Length);
    }

    [Fact]
    public void A_later_part_is_read_alone_when_it_is_named()
    {
        Part(1, 0, new MarkerFact(1, "one"));
        var second = Part(2, 60, new MarkerFact(61, "two"));
        Part(3, 90, new MarkerFact(91, "three"));

        Assert.Equal([new MarkerFact(61, "two")], RecordingReader.Read(second).Facts);
    }

    [Fact]
    public void A_part_that_is_cut_is_followed_by_the_next_and_the_cut_is_told()
    {
        var first = Part(1, 0, new MarkerFact(1, "one"));
        File.AppendAllText(first, """{"t":2,"k":"mar""");
        Part(2, 60, new MarkerFact(61, "two"));

        var session = RecordingReader.Read(first);

        Assert.Equal([new MarkerFact(1, "one"), new MarkerFact(61, "two")], session.Facts);
        Assert.Equal([$"'{first}' is cut in line 3: 15 bytes are left out."], session.Warnings);
        Assert.Null(session.Cut);
    }

    [Fact]
    public void A_missing_part_is_told()
    {
        var first = Part(1, 0);
        Part(3, 60);
        Part(7, 70);

        Assert.Equal(["Part 2 is not there.", "Parts 4 to 6 are not there."], RecordingReader.Read(first).Warnings);
    }

    [Fact]
    public void A_part_of_another_session_is_left_out_and_told()
    {
        var first = Part(1, 0, new MarkerFact(1, "one"));
        var other = _folder.File("s.part2.coreg.jsonl");
        RecordingFile.WriteWhole(other, Samples.Header with { Session = Guid.Empty, Part = 2, PartStartS = 60 }, [new EndFact(61)]);

        var session = RecordingReader.Read(first);

        Assert.Equal([new MarkerFact(1, "one")], session.Facts);
        Assert.Equal([$"'{other}' belongs to another session and is left out."], session.Warnings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"coreg\":1,\"prog")]
    public void A_part_in_which_there_is_nothing_is_left_out_and_told(string text)
    {
        var first = Part(1, 0, new MarkerFact(1, "one"));
        File.WriteAllText(_folder.File("s.part2.coreg.jsonl"), text);
        Part(3, 60, new EndFact(61));

        var session = RecordingReader.Read(first);

        Assert.Equal([new MarkerFact(1, "one"), new EndFact(61)], session.Facts);
        Assert.Equal([$"'{_folder.File("s.part2.coreg.jsonl")}' has nothing in it and is left out."], session.Warnings);
    }

    [Fact]
    public void A_session_that_was_ended_and_taken_up_again_has_one_end()
    {
        var first = Part(1, 0, new EndFact(50));
        Part(2, 60, new EndFact(70));

        var session = RecordingReader.Read(first);

        Assert.Equal([new EndFact(70)], session.Facts);
        Assert.Equal([$"'{first}' was ended, and the session was taken up again."], session.Warnings);
    }

    [Fact]
    public void Parts_that_cover_the_same_time_are_damage()
    {
        var first = Part(1, 0, new MarkerFact(61, "one"));
        var second = Part(2, 60, new MarkerFact(62, "two"));

        Assert.Equal(
            $"'{second}' is damaged in line 1: this part starts at 60 s, but the part before it goes on until 61 s. 'coreg check' lists every such line; mend a copy. The file has not been changed.",
            Assert.Throws<RecordingException>(() => RecordingReader.Read(first)).Message);
        Assert.Equal(RecordingCondition.Damaged, RecordingReader.Inspect(first).Condition);
    }

    [Fact]
    public void A_time_before_the_start_of_its_part_is_damage()
    {
        var second = _folder.Write(
            "s.part2.coreg.jsonl",
            Samples.HeaderLine.Replace("\"origin\"", "\"part\":2,\"partStartS\":60,\"origin\"", StringComparison.Ordinal),
            """{"t":1,"k":"end"}""");

        Assert.Contains("time goes back from 60 s to 1 s", Assert.Throws<RecordingException>(() => RecordingReader.Read(second)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_after_the_end_are_kept_and_told()
    {
        var first = Part(1, 0, new EndFact(1), new MarkerFact(2, "late"));

        var session = RecordingReader.Read(first);

        Assert.Equal(2, session.Facts.Count);
        Assert.Equal(["After its end the recording goes on for 1 line."], session.Warnings);
    }

    private string Part(int part, double startS, params Fact[] facts)
    {
        var path = _folder.File(part == 1 ? "s.coreg.jsonl" : $"s.part{part}.coreg.jsonl");
        RecordingFile.WriteWhole(path, Samples.Header with { Part = part, PartStartS = startS }, facts);
        return path;
    }
}
