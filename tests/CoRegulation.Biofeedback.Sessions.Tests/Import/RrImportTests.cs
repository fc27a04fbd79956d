using System.Text;
using CoRegulation.Biofeedback.Sessions.Import;
using CoRegulation.Biofeedback.Sessions.Recording;
using CoRegulation.Biofeedback.Sessions.Tests.Recording;

namespace CoRegulation.Biofeedback.Sessions.Tests.Import;

public sealed class RrImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("800\n812.5\n790.0390625\n", RrUnit.Milliseconds)]
    [InlineData("0.8\n0.8125\n0.7900390625", RrUnit.Seconds)]
    [InlineData("\uFEFF800\r\n812.5\r\n\r\n790.0390625\r\n", RrUnit.Milliseconds)]
    [InlineData("# Polar H10\n\n  8.0e2 \n+812.5\n\t790.0390625\n#\n", RrUnit.Milliseconds)]
    public void A_plain_list_is_read_in_ms_or_s(string text, RrUnit unit)
    {
        var series = RrImport.Read(Write(text));

        Assert.Equal([800, 812.5, 790.0390625], series.IntervalsMs);
        Assert.Equal(unit, series.Unit);
        Assert.Null(series.Column);
    }

    [Theory]
    [InlineData("rr_ms\n800\n810\n", "rr_ms", RrUnit.Milliseconds)]
    [InlineData("time,RR,note\n0.8,800,\"a, \"\"b\"\"\"\n1.6,810,\n", "RR", RrUnit.Milliseconds)]
    [InlineData("t;\"RR-Interval [s]\"\n0;0.8\n1;0.81", "RR-Interval [s]", RrUnit.Seconds)]
    [InlineData("note\tibi\n\t0.8\nx\t0.81\n", "ibi", RrUnit.Seconds)]
    public void A_table_is_read_by_the_name_of_its_column(string text, string column, RrUnit unit)
    {
        var series = RrImport.Read(Write(text));

        Assert.Equal([800, 810], series.IntervalsMs);
        Assert.Equal(column, series.Column);
        Assert.Equal(unit, series.Unit);
    }

    [Fact]
    public void Seconds_become_the_very_milliseconds_that_are_written_there() =>
        Assert.Equal([640.6, 1007.8, 0.3], RrImport.Read(Write("0.6406\n1.0078\n0.0003")).IntervalsMs);

    [Theory]
    [InlineData("800\n0\n", "line 2: an interval of 0 cannot be: intervals are above 0")]
    [InlineData("800\n#\n-5\n", "line 3: an interval of -5 cannot be: intervals are above 0")]
    [InlineData("800\nNaN\n", "line 2: 'NaN' is not an interval")]
    [InlineData("NaN\n", "line 1: 'NaN' is not an interval")]
    [InlineData("800\n-Infinity\n", "line 2: '-Infinity' is not an interval")]
    [InlineData("800\n1e999\n", "line 2: '1e999' is not an interval")]
    [InlineData("800\neight hundred\n", "line 2: 'eight hundred' is not a number")]
    [InlineData("800\n640,5\n", "line 2: '640,5' is not a number (decimals are written with a point)")]
    [InlineData("800 810\n", "line 1: '800 810' is not a number")]
    [InlineData("hello\n800\n", "line 1: 'hello' is neither an interval nor a line of column names with one for RR intervals (rr, rr_ms, rr_s, …)")]
    [InlineData("t,rr\n1,800\n2\n", "line 3: the line has too few columns")]
    [InlineData("t,rr\n1,800\n2,\n", "line 3: '' is not a number")]
    [InlineData("Time [s],rr\n1,800\n0.5,810\n", "line 3: its time 0.5 is before the 1 of the row above: rows stand in the order of time, and are of one person")]
    public void What_is_no_interval_is_refused_with_its_line(string text, string what)
    {
        var path = Write(text);

        var fault = Assert.Throws<RecordingException>(() => RrImport.Read(path));

        Assert.Equal($"'{path}', {what}. Mend or remove that line in a copy, and give the copy.", fault.Message);
        Assert.Equal(RecordingFault.BadImport, fault.Fault);
        Assert.True(fault.InputIsWrong);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused_with_their_line()
    {
        var path = _folder.File("rr.txt");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("800\n# Jürgen\n"));

        var fault = Assert.Throws<RecordingException>(() => RrImport.Read(path));

        Assert.Equal($"'{path}', line 2: it has bytes that are not UTF-8. Save it as plain UTF-8 text with one interval on each line.", fault.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n\n")]
    [InlineData("rr_ms\n")]
    public void A_file_without_intervals_is_refused(string text)
    {
        var path = Write(text);

        Assert.Equal(
            $"'{path}' has no RR intervals in it. Choose a file with one interval in ms on each line.",
            Assert.Throws<RecordingException>(() => RrImport.Read(path)).Message);
    }

    [Theory]
    [InlineData("72\n75\n70\n", " of 72")]
    [InlineData("800000\n810000\n790000\n", " of 800000")]
    [InlineData("rr_ms\n0.8\n", " of 0.8 in column 'rr_ms'")]
    public void Numbers_that_no_heart_makes_are_refused(string text, string median)
    {
        var path = Write(text);

        Assert.Equal(
            $"'{path}' has a median{median}, which is no RR interval. Give RR intervals in ms or s, not heart rates.",
            Assert.Throws<RecordingException>(() => RrImport.Read(path)).Message);
    }

    [Theory]
    [InlineData("72\n75\n70\n", 72)]
    [InlineData("93421.875\n", 93421.875)]
    [InlineData("rr_ms\n0.8\n", 0.8)]
    public void Numbers_that_no_heart_makes_are_taken_where_that_is_asked_for(string text, double firstMs) =>
        Assert.Equal(firstMs, RrImport.Read(Write(text), anyMedian: true).IntervalsMs[0]);

    [Theory]
    [InlineData("{\"coreg\":1}", "a recording of this program, for which there is 'coreg analyze'. Give a file with one RR interval on each line")]
    [InlineData("%PDF-1.7\n", "a PDF document. Give a text file with one RR interval on each line")]
    [InlineData("PK\u0003\u0004\0", "a ZIP archive or an office document. Save its RR intervals as text, one on each line")]
    [InlineData("<html>", "XML or HTML. Give a text file with one RR interval on each line, or a CSV file")]
    [InlineData("8\00\00\0", "no text. Give a text file with one RR interval on each line")]
    public void What_another_file_is_is_said(string text, string what)
    {
        var path = Write(text);

        Assert.Equal($"'{path}' is {what}.", Assert.Throws<RecordingException>(() => RrImport.Read(path)).Message);
    }

    [Fact]
    public void The_value_65535_that_devices_send_for_none_is_a_gap_and_said_so()
    {
        var series = RrImport.Read(Write("800\n65535\n800\n"));

        Assert.Equal(1, series.GapCount);
        Assert.Equal("3 intervals in ms, 1.1 min; 1 above 5 s is kept as gaps without a beat, the longest 65.5 s", series.Describe());
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var path = _folder.File("none.txt");

        Assert.Equal($"'{path}' is not there. Check the name and the folder.", Assert.Throws<RecordingException>(() => RrImport.Read(path)).Message);
    }

    private string Write(string text)
    {
        var path = _folder.File("rr.txt");
        File.WriteAllText(path, text);
        return path;
    }
}
