using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Facts;

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

    [Theory]
    [InlineData(-0.4, 0, "0")]
    [InlineData(2.5, 0, "3")]
    [InlineData(-1.25, 1, "−1.3")]
    public void Numbers_have_a_true_minus_sign_and_no_negative_zero(double value, int decimals, string words) =>
        Assert.Equal(words, ReadingWords.Format(value, decimals));
}
