using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Published;

public class PublishedGoldenTests
{
    private static readonly JsonElement Golden = GoldenFile.Read("published-artefact-methods.json");

    public static TheoryData<CorrectionMethod> Methods =>
        [CorrectionMethod.LipponenTarvainen, CorrectionMethod.LocalMedian, CorrectionMethod.Malik, CorrectionMethod.Kamath];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Agrees_with_the_rule_written_out_over_the_whole_series(CorrectionMethod method)
    {
        var expected = Golden.GetProperty("methods").GetProperty(method.ToString());

        var rows = ArtefactCorrection.Correct(Golden.GetProperty("rr").Numbers(), new() { Method = method });

        Assert.Equal(expected.GetProperty("flags").EnumerateArray().Select(flag => Enum.Parse<BeatFlag>(flag.GetString()!, ignoreCase: true)),
            rows.Where(row => row.RrMs is not null).Select(row => row.Flag));
        Close.Equal(expected.GetProperty("nn").Numbers(), [.. rows.Where(row => row.NnMs is not null).Select(row => row.NnMs!.Value)]);
    }
}
