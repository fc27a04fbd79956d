using System.Text.Json;
using CoRegulation.Biofeedback.Sessions.Engine;
using CoRegulation.Biofeedback.Sessions.Export;
using CoRegulation.Biofeedback.Sessions.Facts;
using CoRegulation.Biofeedback.Sessions.Recording;

namespace CoRegulation.Biofeedback.Sessions.Library;

/// <summary>What the index keeps of a recording.</summary>
internal static class SessionIndexing
{
    /// <summary>Reads and analyses a recording. One that cannot be read becomes a session with its problem, for it must not stop the others.</summary>
    /// <returns>The session, and its summary as <c>summary.json</c> has it; null where nothing could be analysed.</returns>
    public static (LibrarySession Session, string? Summary) Read(SessionFiles files, Passphrase? passphrase)
    {
        try
        {
            var recording = RecordingReader.Read(files.Path, passphrase);
            var analysis = SessionAnalysis.Run(recording.Header, recording.Facts);
            var summary = SessionSummary.Json(analysis, new HrvRows(analysis, wholeOnly: true));
            return (Analysed(files, recording, summary), summary);
        }
        catch (RecordingException fault)
        {
            return (Broken(files, fault, passphrase), null);
        }
    }

    private static LibrarySession Analysed(SessionFiles files, RecordedSession recording, string summary)
    {
        using var json = JsonDocument.Parse(summary);
        var numbers = new SummaryNumbers(json.RootElement);
        return Headed(files, recording.Header) with
        {
            Warnings = [.. recording.Warnings],
            DurationS = recording.DurationS,
            Finished = recording.Finished,
            People = [.. recording.Header.People.Select(person => numbers.Of(Named(person)))],
            Dyad = numbers.Dyad(),
            Episodes = numbers.Episodes(),
        };
    }

    private static LibrarySession Broken(SessionFiles files, RecordingException fault, Passphrase? passphrase)
    {
        var session = new LibrarySession { Name = files.Name, Files = files.Stamps, Problem = fault.Message };
        if (fault.MayPass)
            return session with { Files = [.. files.Stamps.Select(stamp => stamp with { ModifiedTicks = 0 })] };
        if (fault.Fault is not RecordingFault.Damaged)
            return session;
        try
        {
            // Who and when is told by the header, however broken the lines behind it.
            var inspection = RecordingReader.Inspect(files.Path, passphrase);
            return inspection.Header is not { } header ? session : Headed(files, header) with
            {
                Problem = fault.Message,
                DurationS = inspection.DurationS,
                Finished = inspection.Finished,
                People = [.. header.People.Select(Named)],
            };
        }
        catch (RecordingException)
        {
            // It vanished meanwhile; what is known of it is the first problem.
            return session;
        }
    }

    private static LibrarySession Headed(SessionFiles files, SessionHeader header) => new()
    {
        Name = files.Name,
        Files = files.Stamps,
        Started = header.Started,
        Origin = header.Origin,
        Title = header.Title,
        Session = header.Session,
    };

    private static LibraryPerson Named(Person person) => new() { Id = person.Id, Name = person.Name, Identity = Identity.Of(person.PersonId, person.Name) };
}
