using CoRegulation.Biofeedback.Analysis.Beats;

namespace CoRegulation.Biofeedback.Analysis.Artefacts;

/// <summary>Makes NN intervals of RR intervals, beat by beat, with a fixed delay; offline is the same stream to its end.</summary>
/// <remarks>
/// Every interval that came in leaves a row, in order, with its flag and its RrMs. Where a beat was missed the row carries the first part and the
/// inserted beats follow it with no RrMs; where a beat was extra the merged NN stands in the last of its rows and the others have none; where
/// nothing can be trusted there is no NN. The sum of the NN is the time that is kept.
/// </remarks>
public interface IArtefactCorrector
{
    /// <summary>Beats that must follow in the same segment before a beat is decided.</summary>
    int DelayBeats { get; }

    /// <summary>Takes the next beat and appends the rows that are decided by it, in order.</summary>
    /// <param name="beat">The next beat, not earlier than the one before; a new segment decides all beats of the one before.</param>
    /// <param name="decided">Receives none, one or several rows.</param>
    void Add(in TimedBeat beat, List<Beat> decided);

    /// <summary>Decides the beats that still wait, with what is known, and forgets the surroundings: the next beat starts afresh.</summary>
    /// <param name="decided">Receives the rows.</param>
    void Flush(List<Beat> decided);
}
