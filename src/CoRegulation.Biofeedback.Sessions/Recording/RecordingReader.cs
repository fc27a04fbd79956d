using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Reads recordings; never changes them.</summary>
public static class RecordingReader
{
    /// <summary>Reads a whole session: a file and, when it is the first part, the further parts beside it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RecordingException">It cannot be read, is no recording, has a newer format, or is damaged before its last line.</exception>
    public static RecordedSession Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SessionParts.Read(path, problem => throw Damaged(problem)).Join();
    }

    /// <summary>Looks through a session, broken lines and all.</summary>
    /// <param name="path">The file; of a first part the further parts are looked through, too.</param>
    /// <exception cref="RecordingException">It is not there or the operating system refuses to read it; never because of what is in it.</exception>
    public static RecordingInspection Inspect(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var problems = ImmutableArray.CreateBuilder<RecordingProblem>();
        var count = 0;
        try
        {
            var parts = SessionParts.Read(path, Report);
            var session = parts.Join();
            return new()
            {
                Condition = count > 0 ? RecordingCondition.Damaged : session.Finished ? RecordingCondition.Whole : RecordingCondition.Unfinished,
                Files = [.. parts.Files],
                Header = session.Header,
                Finished = session.Finished,
                Cut = session.Cut,
                DurationS = session.DurationS,
                Kinds = session.Facts.CountBy(FactKind.Of).ToImmutableSortedDictionary(StringComparer.Ordinal),
                People = [.. session.Header.People.Select(person => PersonContent.Of(person, session))],
                Problems = problems.ToImmutable(),
                ProblemCount = count,
                Warnings = [.. session.Warnings],
            };
        }
        catch (RecordingException fault) when (fault.Fault is RecordingFault.Empty or RecordingFault.NotARecording or RecordingFault.HeaderCut or RecordingFault.NewerFormat)
        {
            return new() { Condition = RecordingCondition.Unreadable, Unreadable = fault.Message };
        }

        void Report(RecordingProblem problem)
        {
            if (count++ < RecordingInspection.MaxProblems)
                problems.Add(problem);
        }
    }

    private static RecordingException Damaged(RecordingProblem problem) => new(
        RecordingFault.Damaged,
        $"'{problem.File}' is damaged in line {problem.Line}: {problem.Message}. 'coreg check' lists every such line; mend a copy. The file has not been changed.");
}
