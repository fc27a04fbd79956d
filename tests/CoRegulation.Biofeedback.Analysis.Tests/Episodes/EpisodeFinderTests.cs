using CoRegulation.Biofeedback.Analysis.Baselines;
using CoRegulation.Biofeedback.Analysis.Episodes;

namespace CoRegulation.Biofeedback.Analysis.Tests.Episodes;

public class EpisodeFinderTests
{
    private static readonly Baseline Rest = new(70, 1.5, IsFromPhase: true, 0, 120);

    [Theory]
    [InlineData(12, 30)]
    [InlineData(20, 60)]
    [InlineData(30, 90)]
    public void An_episode_without_noise_is_measured_as_it_is(double amplitudeBpm, double timeConstantS)
    {
        var heart = Heart(900).Rise(200, 8, amplitudeBpm, timeConstantS);

        var episode = Assert.Single(EpisodeFinder.Find(heart, Rest));

        Assert.Equal(200, episode.OnsetS, 2.0);
        Assert.Equal(208, episode.PeakS, 3.0);
        // The median of 10 s over a peak is at most what the return loses in 5 s below it.
        Assert.InRange(episode.AmplitudeBpm, amplitudeBpm * Math.Exp(-5 / timeConstantS), amplitudeBpm + 0.5);
        Assert.Equal(timeConstantS * Math.Log(2 * amplitudeBpm / episode.AmplitudeBpm), episode.TimeToHalfS!.Value, 3.0);
        // Half a bpm of breathing lies on a return that loses 2/timeConstant bpm a second.
        Assert.Equal(timeConstantS * Math.Log(amplitudeBpm / 2), episode.TimeToBaselineS!.Value, 3 + (0.1 * timeConstantS));
        Assert.Equal(timeConstantS, episode.TimeConstantS!.Value, 0.1 * timeConstantS);
        Assert.False(episode.IsCensored);
        Assert.Equal(episode.TimeToBaselineS, episode.ObservedS);
        Assert.Equal((70, 1.5), (episode.BaselineBpm, episode.SpreadBpm));
    }

    [Fact]
    public void A_return_that_ends_with_the_recording_is_censored_at_its_end()
    {
        var heart = Heart(260).Rise(200, 8, 20, 60);

        var episode = Assert.Single(EpisodeFinder.Find(heart, Rest));

        Assert.True(episode.IsCensored);
        Assert.Null(episode.TimeToBaselineS);
        Assert.Equal(260 - episode.PeakS, episode.ObservedS, 0.5);
    }

    [Fact]
    public void A_return_into_a_gap_is_censored_where_the_gap_begins()
    {
        var heart = Heart(900).Rise(200, 8, 20, 60).Gap(250, 290);

        var episode = Assert.Single(EpisodeFinder.Find(heart, Rest));

        Assert.True(episode.IsCensored);
        Assert.Equal(250, episode.PeakS + episode.ObservedS, 1.0);
    }

    [Fact]
    public void A_return_that_the_next_episode_ends_is_censored_at_its_onset()
    {
        var heart = Heart(900).Rise(200, 8, 20, 60).Rise(280, 8, 20, 60);

        var episodes = EpisodeFinder.Find(heart, Rest);

        Assert.Equal(2, episodes.Count);
        Assert.True(episodes[0].IsCensored);
        Assert.Equal(episodes[1].OnsetS, episodes[0].PeakS + episodes[0].ObservedS, 0.5);
        Assert.False(episodes[1].IsCensored);
    }

    [Fact]
    public void A_dip_below_the_baseline_is_no_return()
    {
        // Down for 20 s, half a minute after the peak, and up again.
        var heart = Heart(900).Rise(200, 8, 12, 90).Add(240, 260, -8);

        var episode = Assert.Single(EpisodeFinder.Find(heart, Rest));

        Assert.Equal(90 * Math.Log(6), episode.TimeToBaselineS!.Value, 12.0);
    }

    [Fact]
    public void A_slow_rise_to_a_height_that_stays_counts_too()
    {
        var heart = Heart(1800).Rise(300, 180, 35, 200);

        var episode = Assert.Single(EpisodeFinder.Find(heart, Rest));

        Assert.InRange(episode.PeakS, 360, 520);
    }

    [Fact]
    public void A_fall_and_a_level_that_comes_up_to_the_baseline_are_no_episodes()
    {
        Assert.Empty(EpisodeFinder.Find(Heart(900).Add(300, 900, -20), Rest));
        Assert.Empty(EpisodeFinder.Find(Heart(900).Add(0, 300, -20), Rest));
    }

    [Fact]
    public void Time_can_be_moved()
    {
        var early = EpisodeFinder.Find(Heart(900).Rise(200, 8, 20, 60), Rest).Single();
        var late = EpisodeFinder.Find(Heart(900, 100).Rise(300, 8, 20, 60), Rest).Single();

        Assert.Equal(100, late.OnsetS - early.OnsetS, 0.5);
        Assert.Equal(100, late.PeakS - early.PeakS, 0.5);
        Assert.Equal(early.TimeToBaselineS!.Value, late.TimeToBaselineS!.Value, 0.5);
    }

    [Fact]
    public void Nothing_comes_of_nothing()
    {
        var flat = new double[4 * 900];
        Array.Fill(flat, 70);
        var missing = new double[4 * 900];
        Array.Fill(missing, double.NaN);

        Assert.Empty(EpisodeFinder.Find([], Rest));
        Assert.Empty(EpisodeFinder.Find([70], Rest));
        Assert.Empty(EpisodeFinder.Find(flat, Rest));
        Assert.Empty(EpisodeFinder.Find(missing, Rest));
        Assert.Empty(EpisodeFinder.Find(Heart(30), Rest));
        Assert.Empty(EpisodeFinder.Find(Heart(900).Rise(200, 8, 20, 60), baseline: null));
    }

    [Fact]
    public void Where_most_is_missing_what_is_found_was_there_and_is_censored()
    {
        var heart = Heart(1800).Rise(600, 8, 25, 60);
        for (var from = 0; from < 1800; from += 100)
            heart.Gap(from + 20, from + 80);

        Assert.All(EpisodeFinder.Find(heart, Rest), episode =>
        {
            Assert.InRange(episode.PeakS, 600, 700);
            Assert.True(episode.IsCensored);
        });
    }

    [Fact]
    public void Five_hours_have_each_of_their_episodes()
    {
        var heart = Heart(5 * 3600);
        for (var onsetS = 600; onsetS < 5 * 3600; onsetS += 600)
            heart.Rise(onsetS, 8, 20, 45);

        var episodes = EpisodeFinder.Find(heart, Rest);

        Assert.Equal(29, episodes.Count);
        Assert.All(episodes.Index(), item => Assert.Equal(600 * (item.Index + 1), item.Item.OnsetS, 3.0));
    }

    /// <summary>A quiet heart that breathes, 70 bpm.</summary>
    private static double[] Heart(int lengthS, int offsetS = 0) =>
        [.. Enumerable.Range(-4 * offsetS, 4 * lengthS).Select(i => 70 + (0.5 * Math.Sin(2 * Math.PI * 0.23 * i / 4)))];
}
