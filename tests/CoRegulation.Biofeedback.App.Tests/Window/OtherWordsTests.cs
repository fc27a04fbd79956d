using CoRegulation.Biofeedback.App.Window.Wire;
using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.App.Tests.Window;

public class OtherWordsTests
{
    [Theory]
    [InlineData(Origin.Live, false, "live")]
    [InlineData(Origin.Live, true, "replay")]
    [InlineData(Origin.Simulated, false, "simulated")]
    [InlineData(Origin.Simulated, true, "simulated, replay")]
    [InlineData(Origin.Imported, true, "imported, replay")]
    public void The_origin_is_always_said(Origin origin, bool isReplay, string words) =>
        Assert.Equal(words, OriginWords.Label(origin, isReplay));

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(59.99, "0:59")]
    [InlineData(760, "12:40")]
    [InlineData(3600, "1:00:00")]
    [InlineData(-1, "0:00")]
    public void Session_time_reads_as_a_clock(double timeS, string words) => Assert.Equal(words, TimeWords.Clock(timeS));

    [Fact]
    public void A_full_disk_is_told_of_once()
    {
        const string trouble = "Recording stopped: the disk is full. Free some space, and it goes on by itself in a new part; until then 23 lines wait in memory.";

        var words = RecordingWords.From(new RecordingStatus("/home/ana/a.coreg.jsonl", 1, trouble, 23));

        Assert.Equal(("recording waits", $"{trouble} Nothing is lost so far."), (words.Text, words.Trouble));
    }

    [Fact]
    public void Where_it_will_be_recorded_is_said_in_full()
    {
        Assert.Equal($"Will be recorded to {Path.Combine(Environment.CurrentDirectory, "rec")}, readable by you alone.", RecordingWords.BeforeStart("rec", isResumed: false));
        Assert.Contains(Path.Combine(Environment.CurrentDirectory, "a.coreg.jsonl"), RecordingWords.BeforeStart("a.coreg.jsonl", isResumed: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tears", true)]
    [InlineData("tears\u2028of joy", false)]
    [InlineData("\u202Etears", false)]
    [InlineData("\u0007", false)]
    public void A_label_is_one_line_that_reads_as_it_was_written(string label, bool isTaken) =>
        Assert.Equal(isTaken, new LabelRequest(label).Problem is null);

    [Theory]
    [InlineData(-0.4, 0, "0")]
    [InlineData(2.5, 0, "3")]
    [InlineData(-1.25, 1, "−1.3")]
    public void Numbers_have_a_true_minus_sign_and_no_negative_zero(double value, int decimals, string words) =>
        Assert.Equal(words, ReadingWords.Format(value, decimals));
}
