using CoRegulation.Biofeedback.Analysis.Artefacts;
using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Tests.Artefacts;

public class ArtefactReferenceTests
{
    [Theory]
    [InlineData("chf2db_chf201_4h")]
    [InlineData("healthy_f24_17h")]
    [InlineData("healthy_f39_day_1h")]
    [InlineData("healthy_m53_21h")]
    public void Injected_artefacts_are_found_and_clean_intervals_are_left_alone(string recording)
    {
        foreach (var series in SharedFolder.Json($"data/rr_artefacts/{recording}.json").GetProperty("series").EnumerateArray())
        {
            var flagged = Flagged(series.GetProperty("rrMs").Numbers());
            var near = new bool[flagged.Length];
            var (events, found, missed, foundMissed) = (0, 0, 0, 0);
            foreach (var item in series.GetProperty("events").EnumerateArray())
            {
                var (from, count) = (item.GetProperty("index").GetInt32(), item.GetProperty("count").GetInt32());
                var around = Enumerable.Range(from - 1, count + 2).Where(i => i >= 0 && i < flagged.Length).ToArray();
                foreach (var i in around)
                    near[i] = true;
                var isFound = around.Any(i => flagged[i]);
                (events, found) = (events + 1, found + (isFound ? 1 : 0));
                if (item.GetProperty("type").GetString() is not "ectopic")
                    (missed, foundMissed) = (missed + 1, foundMissed + (isFound ? 1 : 0));
            }

            var name = $"{recording} {series.GetProperty("name").GetString()}";
            Assert.True(missed == foundMissed, $"{name}: {foundMissed} of {missed} missed and extra beats found");

            // Ectopic beats that come less than a quarter early pass this first filter.
            Assert.True(found >= 0.75 * events, $"{name}: {found} of {events} found");
            Assert.Equal(0, Enumerable.Range(0, flagged.Length).Count(i => flagged[i] && !near[i]));
        }
    }

    private static bool[] Flagged(double[] rrMs)
    {
        var filter = new ArtefactFilter();
        List<Beat> decided = [];
        foreach (var beat in Hearts.Beats(rrMs))
            filter.Add(beat, decided);
        filter.Flush(decided);
        return [.. decided.Select(beat => beat.Flag is not BeatFlag.Ok)];
    }
}
