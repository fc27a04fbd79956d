using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Study;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts;

/// <summary>The default method on the stretches of golden/HRV.md; the bounds are the aims named there.</summary>
public class ArtefactReferenceTests
{
    [Theory]
    [InlineData(0.02, 0.03, 0.08)]
    [InlineData(0.05, 0.05, 0.12)]
    public void Injected_artefacts_are_found_and_mended(double share, double rmssdError, double hfError)
    {
        var scores = ArtefactTable.Scores(Shared().Injected(share), rrMs => ArtefactCorrection.Correct(rrMs));

        Assert.All(scores, score => Assert.Equal(score.Events(_ => true).All, score.Events(_ => true).Found));
        Assert.InRange(scores.Average(score => score.FalseAlarmShare), 0, 0.005);
        Assert.InRange(scores.Average(score => score.RmssdError), 0, rmssdError);
        Assert.InRange(scores.Average(score => score.SdnnError), 0, 0.01);
        Assert.InRange(scores.Average(score => score.HfError), 0, hfError);
        Assert.All(scores, score => Assert.InRange(score.TimeChangeS, 0, 1e-9));
    }

    [Fact]
    public void Clean_intervals_are_left_alone()
    {
        var scores = ArtefactTable.Scores(
            Shared().Injected(0.02).Select(series => series with { RrMs = series.CleanRrMs, Events = [] }), rrMs => ArtefactCorrection.Correct(rrMs));

        Assert.All(scores, score => Assert.InRange(score.FalseAlarmShare, 0, 0.005));
    }

    private static Recordings Shared() => new(SharedFolder.Find("data"));
}
