using System.Text.Encodings.Web;
using System.Text.Json;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Sessions.Export.Summary;

/// <summary>Synchrony of a pair in JSON, the same for a recording and for a table of two series.</summary>
public static class SynchronySection
{
    /// <summary>The object as a document of its own.</summary>
    /// <param name="synchrony">The result.</param>
    public static string Json(SynchronyResult synchrony)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Fields(json, synchrony);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Writes the fields of the object.</summary>
    internal static void Fields(Utf8JsonWriter json, SynchronyResult synchrony)
    {
        ArgumentNullException.ThrowIfNull(synchrony);
        Numbers(json, synchrony.Best, synchrony.P);
        json.Word<NullModel>("null", synchrony.Null);
        json.WriteNumber("surrogates", synchrony.Surrogates);
        json.WriteNumber("seed", synchrony.Seed);
        if (synchrony.BeyondChance is { } beyond)
            json.WriteBoolean("beyondChance", beyond);
        else
            json.WriteNull("beyondChance");
        json.WriteBoolean("paced", synchrony.Doubt is SynchronyDoubt.Paced);
        json.Word<SynchronyBand>("band", synchrony.Best is null ? null : synchrony.Band);
        json.WriteString("first", synchrony.First?.ToString());
        json.WriteNumber("usedS", synchrony.UsedS);
        json.Word<SynchronyDoubt>("reason", synchrony.Doubt is SynchronyDoubt.None ? null : synchrony.Doubt);
        Band(json, "slow", synchrony.Slow);
        Band(json, "breathing", synchrony.Breathing);
    }

    private static void Band(Utf8JsonWriter json, string name, BandSynchrony? band)
    {
        json.WriteStartObject(name);
        Numbers(json, band, band?.P);
        json.Number("effectSd", band?.EffectSd);
        json.Number("nullR95", band?.NullR95);
        json.Number("fromHz", band?.Hz.FromHz);
        json.Number("toHz", band?.Hz.ToHz);
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, BandSynchrony? band, double? p)
    {
        json.Number("r", band?.R);
        json.Number("lagS", band?.LagS);
        json.Number("lagLowS", band?.LagLowS);
        json.Number("lagHighS", band?.LagHighS);
        json.Number("p", p);
    }
}
