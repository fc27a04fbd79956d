using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;
using CoRegulation.Biofeedback.Analysis.Hrv;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts.Published;

/// <summary>The figures of ../shared/golden/HRV.md, "Artefact correction: what the peers reach", to the digits that are printed there.</summary>
public class PublishedReferenceTests
{
    private static readonly string[] Recordings = ["healthy_f24_17h", "healthy_m53_21h", "healthy_f39_day_1h", "chf2db_chf201_4h"];

    // The peers worked on whole milliseconds. On the 1/128 s clock of the last recording that matters: in 34 beats the quartiles of dRR are equal.
    [Fact]
    public void Lipponen_Tarvainen_flags_as_many_clean_intervals_as_NeuroKit2()
    {
        var clean = Array.ConvertAll(Recordings, name => Read(name).GetProperty("cleanRrMs").Numbers());

        Assert.Equal([23, 30, 12, 47], clean.Select(rrMs => Flagged(Array.ConvertAll(rrMs, Math.Round), CorrectionMethod.LipponenTarvainen).Count(flag => flag)));
        Assert.Equal([23, 30, 12, 51], clean.Select(rrMs => Flagged(rrMs, CorrectionMethod.LipponenTarvainen).Count(flag => flag)));
    }

    [Theory]
    [InlineData(CorrectionMethod.LocalMedian)]
    [InlineData(CorrectionMethod.Malik)]
    [InlineData(CorrectionMethod.Kamath)]
    public void The_others_leave_the_clean_intervals_alone(CorrectionMethod method) =>
        Assert.All(Recordings, name => Assert.DoesNotContain(true, Flagged(Read(name).GetProperty("cleanRrMs").Numbers(), method)));

    [Theory]
    [InlineData(CorrectionMethod.LipponenTarvainen, "2%", 1.0, 1.0, 0.980)]
    [InlineData(CorrectionMethod.LipponenTarvainen, "5%", 1.0, 1.0, 0.995)]
    [InlineData(CorrectionMethod.LocalMedian, "2%", 0.944, 0.833, 1.0)]
    [InlineData(CorrectionMethod.LocalMedian, "5%", 0.956, 0.867, 1.0)]
    [InlineData(CorrectionMethod.Malik, "2%", 1.0, 1.0, 1.0)]
    [InlineData(CorrectionMethod.Malik, "5%", 1.0, 1.0, 1.0)]
    [InlineData(CorrectionMethod.Kamath, "2%", 0.986, 0.958, 1.0)]
    [InlineData(CorrectionMethod.Kamath, "5%", 0.994, 0.983, 1.0)]
    public void As_many_events_are_found_and_as_few_others_flagged_as_by_the_peers(
        CorrectionMethod method, string series, double sensitivity, double ofEctopic, double specificity)
    {
        var events = new List<(string Type, bool IsFound)>();
        var unflagged = new List<double>();
        foreach (var (item, _) in Series(series))
        {
            var flagged = Flagged(item.GetProperty("rrMs").Numbers(), method);
            var far = Enumerable.Range(0, flagged.Length).ToHashSet();
            foreach (var made in item.GetProperty("events").EnumerateArray())
            {
                int[] around = [.. Enumerable.Range(made.GetProperty("index").GetInt32() - 1, made.GetProperty("count").GetInt32() + 2).Where(far.Contains)];
                events.Add((made.GetProperty("type").GetString()!, around.Any(i => flagged[i])));
                far.ExceptWith(around);
            }

            unflagged.Add(far.Average(i => flagged[i] ? 0.0 : 1));
        }

        Assert.Equal(sensitivity, events.Average(item => item.IsFound ? 1.0 : 0), 3);
        Assert.Equal(ofEctopic, events.Where(item => item.Type is "ectopic").Average(item => item.IsFound ? 1.0 : 0), 3);
        Assert.Equal(specificity, unflagged.Average(), 3);
        Assert.All(events.Where(item => item.Type is not "ectopic"), item => Assert.True(item.IsFound));
    }

    // LocalMedian: as printed there. The others: by the rules written out in numpy, with np.interp for the interpolation.
    [Theory]
    [InlineData(CorrectionMethod.LocalMedian, "2%", 15.5, 1.0, 34.9, 0.34)]
    [InlineData(CorrectionMethod.LocalMedian, "5%", 18.4, 1.9, 27.9, 0.72)]
    [InlineData(CorrectionMethod.LipponenTarvainen, "2%", 7.5, 0.5, 9.1, 0.21)]
    [InlineData(CorrectionMethod.LipponenTarvainen, "5%", 5.1, 0.6, 6.4, 0.33)]
    [InlineData(CorrectionMethod.Malik, "2%", 29.2, 6.9, 64.8, 1.67)]
    [InlineData(CorrectionMethod.Malik, "5%", 59.1, 19.8, 114.2, 4.45)]
    [InlineData(CorrectionMethod.Kamath, "2%", 37.8, 9.2, 69.0, 2.37)]
    [InlineData(CorrectionMethod.Kamath, "5%", 78.7, 27.4, 143.4, 6.58)]
    public void The_errors_that_are_left_are_those_of_the_reference(
        CorrectionMethod method, string series, double rmssdError, double sdnnError, double worst, double timeS)
    {
        var errors = Series(series).Select(item =>
        {
            var rrMs = item.Series.GetProperty("rrMs").Numbers();
            double[] nnMs = [.. ArtefactCorrection.Correct(rrMs, new() { Method = method }).Where(row => row.NnMs is not null).Select(row => row.NnMs!.Value)];
            var (found, truth) = (TimeDomain.Compute(nnMs), TimeDomain.Compute(item.CleanRrMs));
            return (Rmssd: 100 * Math.Abs((found.RmssdMs / truth.RmssdMs) - 1), Sdnn: 100 * Math.Abs((found.SdnnMs / truth.SdnnMs) - 1),
                TimeS: Math.Abs(nnMs.Sum() - rrMs.Sum()) / 1000);
        }).ToArray();

        Assert.Equal(rmssdError, errors.Average(error => error.Rmssd), 1);
        Assert.Equal(sdnnError, errors.Average(error => error.Sdnn), 1);
        Assert.Equal(worst, errors.Max(error => error.Rmssd), 1);
        Assert.Equal(timeS, errors.Average(error => error.TimeS), 2);
    }

    private static JsonElement Read(string recording) => SharedFolder.Json($"data/rr_artefacts/{recording}.json");

    private static IEnumerable<(JsonElement Series, double[] CleanRrMs)> Series(string name) => Recordings.Select(recording =>
    {
        var file = Read(recording);
        return (file.GetProperty("series").EnumerateArray().Single(item => item.GetProperty("name").GetString() == name),
            file.GetProperty("cleanRrMs").Numbers());
    });

    private static bool[] Flagged(double[] rrMs, CorrectionMethod method) =>
        [.. ArtefactCorrection.Correct(rrMs, new() { Method = method }).Where(row => row.RrMs is not null).Select(row => row.Flag is not BeatFlag.Ok)];
}
