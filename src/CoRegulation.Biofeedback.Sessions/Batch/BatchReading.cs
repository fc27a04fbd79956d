using System.Text;
using System.Text.Json;
using CoRegulation.Biofeedback.Analysis;
using CoRegulation.Biofeedback.Analysis.Convergence;
using CoRegulation.Biofeedback.Analysis.Synchrony.Paced;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Export;
using CoRegulation.Biofeedback.Sessions.Export.Summary;
using CoRegulation.Biofeedback.Sessions.Import;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Batch;

/// <summary>Reads and analyses one recording or table.</summary>
internal static class BatchReading
{
    /// <summary>What is kept of it. One that cannot be read becomes an item with its problem, for it must not stop the others.</summary>
    public static BatchItem Read(BatchInput input, AnalysisOptions options, Passphrase? passphrase)
    {
        try
        {
            return input.Files is null ? OfTable(input, options) : OfRecording(input, options, passphrase);
        }
        catch (RecordingException fault)
        {
            return new() { Name = input.Name, Stamps = fault.MayPass ? [] : input.Stamps, Problem = fault.Message };
        }
    }

    private static BatchItem OfRecording(BatchInput input, AnalysisOptions options, Passphrase? passphrase)
    {
        var recording = RecordingReader.Read(input.Path, passphrase);
        var analysis = SessionAnalysis.Run(recording.Header, recording.Facts, options);
        var item = new BatchItem
        {
            Name = input.Name,
            Stamps = input.Stamps,
            Session = recording.Header.Session,
            Summary = SessionSummary.Json(analysis, new HrvRows(analysis, wholeOnly: true)),
            Warnings = [.. recording.Warnings, .. recording.Finished ? (string[])[] : ["unfinished"]],
        };
        return analysis.People is [var a, var b]
            ? item with { A = BatchItem.Bytes([.. a.HeartRateBpm]), B = BatchItem.Bytes([.. b.HeartRateBpm]) }
            : item with { Warnings = [.. item.Warnings, "one person: there is no pair"] };
    }

    private static BatchItem OfTable(BatchInput input, AnalysisOptions options)
    {
        var pair = PairImport.Read(input.Path);
        return new()
        {
            Name = input.Name,
            Stamps = input.Stamps,
            Summary = Summary(pair, options),
            A = BatchItem.Bytes(pair.A.AsSpan()),
            B = BatchItem.Bytes(pair.B.AsSpan()),
        };
    }

    /// <summary>What can be told of two series without their beats.</summary>
    private static string Summary(PairSeries pair, AnalysisOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("durationS", pair.A.Length / (double)PairSeries.SamplesPerSecond);
            json.WriteStartArray("people");
            Person("A", pair.A.AsSpan());
            Person("B", pair.B.AsSpan());
            json.WriteEndArray();
            json.WriteStartObject("dyad");
            json.WriteStartObject("synchrony");
            var paced = PacedStretches.OfSeries(pair.A.AsSpan(), pair.B.AsSpan(), options.Pace);
            SynchronySection.Fields(json, PacedSignificance.Test(pair.A.AsSpan(), pair.B.AsSpan(), paced, options.Significance, options.Pace));
            json.WriteEndObject();
            ConvergenceSection.Write(json, ConvergenceSummary.Compute(pair.A.AsSpan(), pair.B.AsSpan(), options.Convergence));
            json.WriteEndObject();
            json.WriteEndObject();

            void Person(string id, ReadOnlySpan<double> bpm)
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteString("name", id);
                json.Number("meanHeartRateBpm", Mean(bpm));
                json.WriteEndObject();
            }
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static double Mean(ReadOnlySpan<double> series)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in series)
        {
            if (double.IsNaN(value))
                continue;
            sum += value;
            count++;
        }

        return sum / count;
    }
}
