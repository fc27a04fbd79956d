using System.Collections.Immutable;
using CoRegulation.Biofeedback.Sessions.Facts;

namespace CoRegulation.Biofeedback.Sessions.Recording;

/// <summary>Reads recordings; never changes them.</summary>
public static class RecordingReader
{
    /// <summary>Reads a whole session: a file and, when it is the first part, the further parts beside it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="passphrase">Of an encrypted recording.</param>
    /// <exception cref="RecordingException">It cannot be read, is encrypted with another passphrase, is no recording, has a newer format, or is damaged
    /// before its last line. A damaged frame of an encrypted recording costs only itself and becomes one of the warnings.</exception>
    public static RecordedSession Read(string path, Passphrase? passphrase = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var leftOut = new List<string>();
        var session = SessionParts.Read(path, passphrase, Report).Join();
        return leftOut.Count == 0 ? session : session with { Warnings = [.. leftOut, .. session.Warnings] };

        void Report(RecordingProblem problem) => leftOut.Add(problem.IsFrame
            ? $"'{problem.File}' is damaged in line {problem.Line} and read without it: {problem.Message}."
            : throw Damaged(problem));
    }

    /// <summary>Looks through a session, broken lines and all.</summary>
    /// <param name="path">The file; of a first part the further parts are looked through, too.</param>
    /// <param name="passphrase">Of an encrypted recording.</param>
    /// <exception cref="RecordingException">It is not there, the operating system refuses to read it, or it is encrypted with another passphrase; never
    /// because of what is in it.</exception>
    public static RecordingInspection Inspect(string path, Passphrase? passphrase = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var problems = ImmutableArray.CreateBuilder<RecordingProblem>();
        var count = 0;
        try
        {
            var parts = SessionParts.Read(path, passphrase, Report);
            var session = parts.Join();
            return new()
            {
                Condition = count > 0 ? RecordingCondition.Damaged : session.Finished ? RecordingCondition.Whole : RecordingCondition.Unfinished,
                Files = [.. parts.Files],
                Header = session.Header,
                Encrypted = session.Encrypted,
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
