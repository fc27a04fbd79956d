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
            var scores = ArtefactTable.Scores([.. Enumerable.Range(1, 2).Select(seed => Injection.Scattered(heart, Clean(heart, seed), share, seed))], rrMs => ArtefactCorrection.Correct(rrMs));

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

    private static double[] Clean(string heart, int seed) => heart switch
    {
        nameof(SyntheticHearts.Rest) => SyntheticHearts.Rest(seed),
        nameof(SyntheticHearts.Calm) => SyntheticHearts.Calm(seed),
        _ => SyntheticHearts.Exercise(seed),
    };
}
