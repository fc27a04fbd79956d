using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts;

/// <summary>The default method on made-up hearts.</summary>
public class ArtefactStudyTests
{
    public static TheoryData<string> Hearts => [nameof(SyntheticHearts.Rest), nameof(SyntheticHearts.Calm), nameof(SyntheticHearts.Exercise)];

    [Theory]
    [MemberData(nameof(Hearts))]
    public void Injected_artefacts_are_found_and_mended(string heart)
    {
        foreach (var (share, rmssdError, hfError) in new[] { (0.02, 0.03, 0.08), (0.05, 0.05, 0.12) })
        {
            var scores = ArtefactTable.Scores(
                [.. Enumerable.Range(1, 2).Select(seed => Injection.Scattered(heart, Clean(heart, seed), share, seed))], rrMs => ArtefactCorrection.Correct(rrMs));

            Assert.True(scores.Sum(score => score.Events(_ => true).Found) >= 0.99 * scores.Sum(score => score.Events(_ => true).All));
            Assert.All(scores, score => Assert.InRange(score.FalseAlarmShare, 0, 0.005));
            Assert.InRange(scores.Average(score => score.RmssdError), 0, rmssdError);
            Assert.InRange(scores.Average(score => score.HfError), 0, hfError);
        }
    }

    [Theory]
    [MemberData(nameof(Hearts))]
    public void Clean_intervals_are_left_alone(string heart)
    {
        foreach (var seed in Enumerable.Range(1, 3))
        {
            var clean = Clean(heart, seed);
            Assert.InRange(new CorrectionScore(new(heart, clean, clean, []), ArtefactCorrection.Correct(clean)).FalseAlarmShare, 0, 0.005);
        }
    }

    [Fact]
    public void Deep_breathing_is_left_alone()
    {
        foreach (var seed in Enumerable.Range(1, 3))
        {
            foreach (var clean in new[] { SyntheticHearts.StrongBreathing(seed), SyntheticHearts.Child(seed) })
                Assert.InRange(new CorrectionScore(new("", clean, clean, []), ArtefactCorrection.Correct(clean)).FalseAlarmShare, 0, 0.005);
        }
    }

    // Spread: robust standard deviation of the differences of the whole series, at least 10 ms.
    [Theory]
    [InlineData(nameof(SyntheticHearts.Rest))]
    [InlineData(nameof(SyntheticHearts.Calm))]
    public void A_beat_out_of_place_by_more_than_four_spreads_is_found_early_or_late(string heart)
    {
        var (found, all) = (0, 0);
        foreach (var seed in Enumerable.Range(1, 4))
        {
            var clean = Clean(heart, seed);
            var differences = clean.Skip(1).Zip(clean, (next, rr) => Math.Abs(next - rr)).Order().ToArray();
            var spreadMs = Math.Max(10, 1.4826 * differences[differences.Length / 2]);
            var series = Injection.Displaced(heart, clean, at => (at % 2 is 0 ? 1 : -1) * (4.2 + (at % 5)) * spreadMs, seed);
            var events = new CorrectionScore(series, ArtefactCorrection.Correct(series.RrMs)).Events(_ => true);
            (found, all) = (found + events.Found, all + events.All);
        }

        Assert.True(found >= 0.99 * all, $"{found} of {all}");
    }

    [Fact]
    public void Bursts_are_mended_in_the_time_that_came_in()
    {
        foreach (var seed in Enumerable.Range(1, 3))
        {
            var series = Injection.Bursts("rest", SyntheticHearts.Rest(seed), seed);
            var score = new CorrectionScore(series, ArtefactCorrection.Correct(series.RrMs));

            Assert.Equal(score.Events(_ => true).All, score.Events(_ => true).Found);
            Assert.InRange(score.TimeChangeS, 0, 1e-9);
            Assert.InRange(score.FalseAlarmShare, 0, 0.005);
        }
    }

    [Fact]
    public void The_first_and_the_last_beats_may_be_artefacts()
    {
        var clean = SyntheticHearts.Rest(1, 40);
        foreach (var kind in Enum.GetValues<ArtefactKind>())
        {
            foreach (var at in new[] { 0, 1, 2, clean.Length - 4, clean.Length - 3, clean.Length - 2 })
            {
                var series = Injection.One("rest", clean, at, kind, at + 1);
                var score = new CorrectionScore(series, ArtefactCorrection.Correct(series.RrMs));
                Assert.True(score.Events(_ => true).Found is 1, $"{kind} at {at}");
            }
        }
    }

    private static double[] Clean(string heart, int seed) => heart switch
    {
        nameof(SyntheticHearts.Rest) => SyntheticHearts.Rest(seed),
        nameof(SyntheticHearts.Calm) => SyntheticHearts.Calm(seed),
        _ => SyntheticHearts.Exercise(seed),
    };
}
