using System.Text;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.Sessions.Tests.Recording;

/// <summary>What a computer or a disk that failed leaves of a later part costs no earlier one.</summary>
public sealed class BrokenPartsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(4096)]
    [InlineData((1 << 20) + 4096)]
    public void A_later_part_of_zeros_is_left_out_and_the_session_can_be_taken_up_again(int zeros)
    {
        var first = Part(1, 0, Marker(1), Marker(2));
        var second = _folder.File("s.part2.coreg.jsonl");
        File.WriteAllBytes(second, new byte[zeros]);

        using (var resumed = SessionRecording.Resume(first, Samples.Header.Started.AddSeconds(60), new FakeTimeProvider()))
        {
            Assert.Equal(_folder.File("s.part3.coreg.jsonl"), resumed.Status.Path);
            Assert.Equal([Marker(1), Marker(2)], resumed.Before);
            resumed.Append(new EndFact(61));
        }

        var session = RecordingReader.Read(first);
        Assert.Equal([Marker(1), Marker(2), new EndFact(61)], session.Facts);
        Assert.Equal([LeftOut(second)], session.Warnings);
        Assert.Equal(RecordingFault.NotARecording, Assert.Throws<RecordingException>(() => RecordingReader.Read(second)).Fault);
    }

    [Fact]
    public void An_encrypted_header_that_does_not_open_costs_its_part_and_no_other()
    {
        var passphrase = new Passphrase("two hearts");
        var (first, second) = Encrypted(passphrase);
        var lines = File.ReadAllLines(second);
        lines[1] = lines[1][..20] + (lines[1][20] == 'A' ? 'B' : 'A') + lines[1][21..];
        File.WriteAllLines(second, lines);

        var session = RecordingReader.Read(first, passphrase);

        Assert.Equal([Marker(1)], session.Facts);
        Assert.Contains(LeftOut(second), session.Warnings);
        var inspection = RecordingReader.Inspect(first, passphrase);
        Assert.Equal(RecordingCondition.Damaged, inspection.Condition);
        Assert.Equal((second, 2), (Assert.Single(inspection.Problems).File, inspection.Problems[0].Line));
        using var resumed = SessionRecording.Resume(first, Samples.Header.Started.AddSeconds(90), new FakeTimeProvider(), passphrase);
        Assert.Equal(_folder.File("s.part3.coreg.enc"), resumed.Status.Path);
    }

    [Theory]
    [InlineData("coregEncrypted")]
    [InlineData("AES-256-GCM")]
    [InlineData("PBKDF2")]
    [InlineData("600000")]
    [InlineData("salt\":\"")]
    [InlineData("check\":\"")]
    [InlineData("}")]
    public void A_bit_of_the_first_line_of_a_later_encrypted_part_costs_that_part_and_is_no_wrong_passphrase(string before)
    {
        var passphrase = new Passphrase("two hearts");
        var (first, second) = Encrypted(passphrase);
        using (var recording = SessionRecording.Resume(first, Samples.Header.Started.AddSeconds(90), new FakeTimeProvider(), passphrase))
            recording.Append(new EndFact(91));
        var bytes = File.ReadAllBytes(second);
        var place = Encoding.ASCII.GetString(bytes).IndexOf(before, StringComparison.Ordinal) + (before.EndsWith('"') ? before.Length : before.Length - 1);
        bytes[place] ^= 1;
        File.WriteAllBytes(second, bytes);

        var session = RecordingReader.Read(first, passphrase);

        Assert.Equal([Marker(1), new EndFact(91)], session.Facts);
        Assert.Contains(LeftOut(second), session.Warnings);
        Assert.StartsWith($"'{second}' is damaged in line 1", session.Warnings[0], StringComparison.Ordinal);
        var inspection = RecordingReader.Inspect(first, passphrase);
        Assert.Equal(RecordingCondition.Damaged, inspection.Condition);
        Assert.Equal((second, 1), (Assert.Single(inspection.Problems).File, inspection.Problems[0].Line));
        Assert.Equal(RecordingFault.WrongPassphrase, Assert.Throws<RecordingException>(() => RecordingReader.Read(first, new Passphrase("two Hearts"))).Fault);
    }

    [Theory]
    // Which of the lines 4, 5, 6 the first part still has, and which lines from 4 on the second.
    [InlineData("456", "4")]
    [InlineData("456", "457")]
    [InlineData("456", "567", true)] // a line of the very start may have been safe on the disk
    [InlineData("456", "67")]
    [InlineData("46", "4567")]
    [InlineData("5", "4567")]
    [InlineData("4", "4567", true)]
    [InlineData("456", "4567", true)]
    public void Lines_that_are_repeated_with_some_missing_count_once(string before, string after, bool isExact = false)
    {
        var first = Part(1, 0, [Marker(1), .. before.Select(digit => Marker(digit - '0'))]);
        var second = Part(2, 4, [.. after.Select(digit => Marker(digit - '0'))]);

        var session = RecordingReader.Read(first);
        Assert.Equal("1" + string.Concat(before.Union(after).Order()), string.Concat(session.Facts.Select(fact => $"{fact.TimeS}")));
        Assert.Equal(isExact ? [] : [Repeats(second)], session.Warnings);
        Assert.Equal(RecordingCondition.Unfinished, RecordingReader.Inspect(first).Condition);
    }

    [Fact]
    public void A_part_that_begins_once_more_after_one_that_failed_at_once_counts_once_too()
    {
        var first = Part(1, 0, Marker(1), Marker(4), Marker(5));
        Part(2, 4, Marker(4));
        Part(3, 4, Marker(4), Marker(5), new EndFact(6));

        Assert.Equal([Marker(1), Marker(4), Marker(5), new EndFact(6)], RecordingReader.Read(first).Facts);
    }

    [Fact]
    public void Equal_lines_are_counted()
    {
        var first = Part(1, 0, Marker(1), Marker(4), Marker(4), Marker(5));
        Part(2, 4, Marker(4), Marker(5), Marker(6));

        Assert.Equal([1, 4, 4, 5, 6], RecordingReader.Read(first).Facts.Select(fact => fact.TimeS));
    }

    [Theory]
    [InlineData("456", "78")]
    [InlineData("46", "457")]
    [InlineData("56", "457")]
    public void Parts_of_which_each_has_other_lines_of_the_same_time_stay_damage(string before, string after)
    {
        var first = Part(1, 0, [.. before.Select(digit => Marker(digit - '0'))]);
        Part(2, 4, [.. after.Select(digit => Marker(digit - '0'))]);

        Assert.Equal(RecordingFault.Damaged, Assert.Throws<RecordingException>(() => RecordingReader.Read(first)).Fault);
    }

    private static MarkerFact Marker(double timeS) => new(timeS, $"at {timeS}");

    private static string LeftOut(string part) => $"'{part}' is left out: it is damaged where it begins, and nothing in it can be used.";

    private static string Repeats(string part) =>
        $"'{part}' repeats the end of the part before it, but not line for line: a disk that failed lost some. Each line counts once.";

    private (string First, string Second) Encrypted(Passphrase passphrase)
    {
        var first = _folder.File("s.coreg.enc");
        using (var recording = SessionRecording.Start(first, Samples.Header, new FakeTimeProvider(), passphrase))
            recording.Append(Marker(1));
        using (var recording = SessionRecording.Resume(first, Samples.Header.Started.AddSeconds(60), new FakeTimeProvider(), passphrase))
            recording.Append(Marker(61));
        return (first, _folder.File("s.part2.coreg.enc"));
    }

    private string Part(int part, double startS, params Fact[] facts)
    {
        var path = _folder.File(part == 1 ? "s.coreg.jsonl" : $"s.part{part}.coreg.jsonl");
        RecordingFile.WriteWhole(path, Samples.Header with { Part = part, PartStartS = startS }, facts);
        return path;
    }
}
