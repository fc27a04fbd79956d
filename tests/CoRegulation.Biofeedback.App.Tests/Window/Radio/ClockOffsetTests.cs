using CoRegulation.Biofeedback.App.Window.Radio;
using Microsoft.Extensions.Time.Testing;

namespace CoRegulation.Biofeedback.App.Tests.Window.Radio;

public class ClockOffsetTests
{
    // The page's clock: so many ms behind the service's.
    private const double BehindMs = 12_345.5;

    private readonly FakeTimeProvider _time = new();
    private readonly ClockOffset _clock;
    private readonly long _start;

    public ClockOffsetTests()
    {
        _clock = new ClockOffset(_time);
        _start = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromHours(1));
    }

    private double NowMs => MsOf(_time.GetTimestamp());

    [Fact]
    public void While_nothing_is_known_a_time_is_now()
    {
        Assert.Null(_clock.ErrorMs);
        Assert.Equal(_time.GetTimestamp(), _clock.ToTimestamp(5));
    }

    [Fact]
    public void The_quickest_answer_says_most_and_half_its_way_is_how_wrong_it_can_be()
    {
        Ask(40, 1);
        Ask(1, 1);
        Ask(3, 90);

        Assert.Equal(1, _clock.ErrorMs!.Value, 6);
        Assert.Equal(-500, OffMs(-500), 3);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    [InlineData(4, 6)]
    public void A_time_is_never_more_wrong_than_is_said(double thereMs, double backMs)
    {
        Ask(thereMs, backMs);

        Assert.InRange(Math.Abs(OffMs(-500) + 500), 0, _clock.ErrorMs!.Value + 0.001);
    }

    [Fact]
    public void No_time_is_in_the_future()
    {
        Ask(1, 1);

        Assert.Equal(_time.GetTimestamp(), _clock.ToTimestamp(NowMs - BehindMs + 1000));
        Assert.Equal(_time.GetTimestamp(), _clock.ToTimestamp(double.NaN));
    }

    [Fact]
    public void After_a_sleep_in_which_the_pages_clock_stood_what_was_known_is_forgotten()
    {
        Ask(0.5, 0.5);
        Ask(5, 5, behindMs: BehindMs + 60_000);

        Assert.Equal(5, _clock.ErrorMs!.Value, 6);
        Assert.Equal(-500, OffMs(-500, BehindMs + 60_000), 3);
    }

    [Fact]
    public void A_step_that_the_page_tells_of_forgets_at_once()
    {
        Ask(0.5, 0.5);

        _clock.Forget();

        Assert.Null(_clock.ErrorMs);
        Assert.False(_clock.IsSettled);
        Assert.Equal(_time.GetTimestamp(), _clock.ToTimestamp(NowMs - BehindMs - 500));
    }

    [Fact]
    public void A_quick_answer_settles_and_slow_ones_do_when_there_were_ten_one_after_the_other()
    {
        for (var i = 0; i < 9; i++)
            Ask(20, 20);
        Assert.False(_clock.IsSettled);
        Ask(20, 20);
        Assert.True(_clock.IsSettled);

        _clock.Forget();
        Ask(2, 2);
        Assert.True(_clock.IsSettled);
    }

    [Fact]
    public void The_answers_of_a_page_that_was_frozen_settle_nothing_but_the_one_to_a_question_after_them()
    {
        var asked = Enumerable.Range(0, 15).Select(_ =>
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            return _time.GetTimestamp();
        }).ToList();
        _time.Advance(TimeSpan.FromSeconds(2));
        foreach (var question in asked)
            _clock.Take(question, NowMs - BehindMs, _time.GetTimestamp());
        Assert.False(_clock.IsSettled);

        Ask(1, 1);

        Assert.True(_clock.IsSettled);
        Assert.Equal(-500, OffMs(-500), 3);
    }

    [Fact]
    public void Only_the_last_half_minute_counts()
    {
        Ask(1, 1);
        for (var i = 0; i < 16; i++)
            Ask(4, 4);

        Assert.Equal(4, _clock.ErrorMs!.Value, 6);
    }

    // Where a time of the page is put, ms from now, that truly is so far from now.
    private double OffMs(double trueMs, double behindMs = BehindMs) =>
        MsOf(_clock.ToTimestamp(NowMs + trueMs - behindMs)) - NowMs;

    private double MsOf(long timestamp) => _time.GetElapsedTime(_start, timestamp).TotalMilliseconds;

    private void Ask(double thereMs, double backMs, double behindMs = BehindMs)
    {
        var asked = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromMilliseconds(thereMs));
        var page = NowMs - behindMs;
        _time.Advance(TimeSpan.FromMilliseconds(backMs));
        _clock.Take(asked, page, _time.GetTimestamp());
    }
}
