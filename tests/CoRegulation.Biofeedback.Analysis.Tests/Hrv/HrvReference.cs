using System.Text.Json;

namespace CoRegulation.Biofeedback.Analysis.Tests.Hrv;

/// <summary>The reference recordings beside the repository with what others computed of them.</summary>
internal static class HrvReference
{
    /// <summary>Every whole recording and every window: its name, its intervals and its expected values.</summary>
    public static IEnumerable<(string Name, double[] NnMs, JsonElement Expected)> Entries()
    {
        foreach (var entry in SharedFolder.Json("golden/hrv.json").EnumerateObject())
        {
            var range = entry.Value.GetProperty("range").GetProperty("value").Numbers();
            var nnMs = SharedFolder.Lines($"data/rr/{entry.Name.Split('#')[0]}")[(int)range[0]..(int)range[1]];
            yield return (entry.Name, nnMs, entry.Value);
        }
    }

    /// <summary>Compares one measure, where the reference has it, relative to its size.</summary>
    public static void Check(string name, JsonElement expected, string key, double actual, double tolerance)
    {
        if (!expected.TryGetProperty(key, out var item))
            return;
        var value = item.GetProperty("value").GetDouble();
        Assert.True(Math.Abs(actual - value) <= tolerance * Math.Abs(value), $"{name} {key}: expected {value:R}, was {actual:R}");
    }

    /// <summary>The intervals of a golden file's runs, with a break between them.</summary>
    public static double[] Joined(JsonElement runs) =>
        [.. runs.EnumerateArray().SelectMany(run => run.Numbers().Append(double.NaN))];
}
