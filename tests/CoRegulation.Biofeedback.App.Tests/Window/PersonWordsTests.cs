using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Readings;
using CoRegulation.Biofeedback.App.Window.Words;
using CoRegulation.Biofeedback.Sessions.Snapshots;

namespace CoRegulation.Biofeedback.App.Tests.Window;

public class PersonWordsTests
{
    private static readonly PersonSnapshot Good = new()
    {
        Id = "A",
        HeartRateBpm = Reading.Of(73.6),
        RmssdMs = Reading.Of(38.2),
        SdnnMs = default,
        Pnn50Percent = default,
        BreathingPerMin = Reading.Of(12.3),
        RsaMs = default,
        CorrectedPercent = default,
        Rhythm = null,
        NewBeats = [],
        BaselineBpm = Reading.Of(66.4),
        BaselineSd = default,
        TimeUncertaintyMs = default,
        Signal = Signal.Good,
        BatteryPercent = 80,
    };

    [Theory]
    [InlineData(1.9, "")]
    [InlineData(2.0, "2 % of beats corrected")]
    [InlineData(7.4, "7 % of beats corrected")]
    public void Where_correction_matters_its_share_is_said(double percent, string note) =>
        Assert.Equal(note, Words(Good with { CorrectedPercent = Reading.Of(percent) }).RmssdNote);

    [Fact]
    public void Without_a_sinus_rhythm_the_reason_is_plain()
    {
        var words = Words(Good with { RmssdMs = Reading.Missing(ReadingState.NotEnoughData), BreathingPerMin = Reading.Missing(ReadingState.NotEnoughData), Rhythm = Rhythm.NotRecoverable });

        Assert.Equal(("–", "rhythm too irregular for it", "–"), (words.Rmssd, words.RmssdNote, words.Breathing));
    }

    [Fact]
    public void A_good_signal_gives_rounded_numbers() =>
        Assert.Equal(
            new PersonWords("74", "38", "", "12", "signal good", Attention: false, "battery 80 %", "8 bpm above own baseline"),
            Words(Good));

    [Fact]
    public void A_lost_signal_is_said_in_words_and_leaves_no_number()
    {
        var lost = Reading.Missing(ReadingState.SignalLost);

        var words = Words(Good with { HeartRateBpm = lost, RmssdMs = lost, Signal = Signal.Lost });

        Assert.Equal(("–", "–", "signal lost", true), (words.HeartRate, words.Rmssd, words.Signal, words.Attention));
    }

    [Theory]
    [InlineData(ReadingState.WarmingUp, "warming up")]
    [InlineData(ReadingState.NoContact, "no contact")]
    [InlineData(ReadingState.SignalLost, "signal lost")]
    [InlineData(ReadingState.Stale, "stale")]
    [InlineData(ReadingState.Paced, "paced")]
    [InlineData(ReadingState.NotEnoughData, "not enough data")]
    public void Every_missing_number_has_its_reason(ReadingState state, string reason)
    {
        var words = Words(Good with { RmssdMs = Reading.Missing(state) });

        Assert.Equal(("–", reason), (words.Rmssd, words.RmssdNote));
    }

    [Theory]
    [InlineData(Signal.Waiting, "waiting for the strap")]
    [InlineData(Signal.NoContact, "no contact")]
    [InlineData(Signal.Good, "warming up")]
    public void Without_a_heart_rate_the_signal_says_why(Signal signal, string words) =>
        Assert.Equal(words, Words(Good with { HeartRateBpm = default, Signal = signal }).Signal);

    [Theory]
    [InlineData(66.2, "at own baseline")]
    [InlineData(60.0, "6 bpm below own baseline")]
    public void The_heart_rate_is_set_against_the_own_baseline(double rateBpm, string words) =>
        Assert.Equal(words, Words(Good with { HeartRateBpm = Reading.Of(rateBpm) }).Baseline);

    [Fact]
    public void The_baseline_fits_the_numbers_on_the_page() =>
        // 66.4 is written 66 and 66.6 is written 67: the page says 1, although the two are 0.2 apart.
        Assert.Equal("1 bpm above own baseline", Words(Good with { HeartRateBpm = Reading.Of(66.6) }).Baseline);

    [Theory]
    [InlineData(null, "")]
    [InlineData(12, "battery low, 12 %")]
    public void The_battery_is_told_where_the_strap_tells(int? percent, string words) =>
        Assert.Equal(words, Words(Good with { BatteryPercent = percent }).Battery);

    [Fact]
    public void A_strap_without_intervals_is_the_reason_and_nothing_warms_up()
    {
        var none = Reading.Missing(ReadingState.NotEnoughData);

        var words = Words(Good with { RmssdMs = none, BreathingPerMin = none, BaselineBpm = none, LacksIntervals = true }, timeS: 21);

        Assert.Equal(("74", "no times between beats", "signal good", "no own baseline without times between beats"), (words.HeartRate, words.RmssdNote, words.Signal, words.Baseline));
    }

    [Theory]
    [InlineData(255, "255 bpm cannot be")]
    [InlineData(0, "sends no heart rate")]
    public void A_heart_rate_that_is_withheld_has_its_reason(int bpm, string reason)
    {
        var words = Words(Good with { HeartRateBpm = Reading.Missing(ReadingState.NotEnoughData), RefusedHeartRateBpm = bpm });

        Assert.Equal(("–", reason, true), (words.HeartRate, words.Signal, words.Attention));
    }

    [Fact]
    public void Nothing_warms_up_before_the_strap_is_there() =>
        Assert.Equal("", Words(Good with { RmssdMs = default, Signal = Signal.Waiting }, timeS: 5).RmssdNote);

    [Fact]
    public void Warming_up_counts_down_at_the_start() =>
        Assert.Equal("warming up: 18 s more", Words(Good with { RmssdMs = default }, timeS: 12.5).RmssdNote);

    private static PersonWords Words(PersonSnapshot person, double timeS = 300) => PersonWords.From(person, timeS);
}
