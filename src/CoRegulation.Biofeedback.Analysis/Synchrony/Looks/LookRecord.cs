using System.Collections.Immutable;
using CoRegulation.Biofeedback.Analysis.Synchrony.Confounds;
using CoRegulation.Biofeedback.Analysis.Synchrony.Significance;

namespace CoRegulation.Biofeedback.Analysis.Synchrony.Looks;

/// <summary>What a look looks at: a copy of the record as it stood when the look began, so that nothing that comes later is in it.</summary>
internal sealed record LookRecord
{
    /// <summary>A's samples at 4 Hz, bpm; NaN in a gap and where paced.</summary>
    public required double[] ABpm { get; init; }

    /// <summary>B's.</summary>
    public required double[] BBpm { get; init; }

    /// <summary>When phases of the session began, s.</summary>
    public required ImmutableArray<double> PhasesS { get; init; }

    /// <summary>Session time of the first sample, s.</summary>
    public required double FirstS { get; init; }

    /// <summary>Session time of the last one, s.</summary>
    public required double AtS { get; init; }

    /// <summary>Samples that count.</summary>
    public required int Seen { get; init; }

    /// <summary>Samples with both that do not, for the pace.</summary>
    public required int Paced { get; init; }

    /// <summary>Takes a look: a function of the record alone, and the work of seconds where the record is hours long.</summary>
    /// <param name="alpha">What the look may spend.</param>
    /// <param name="test">How it tests.</param>
    /// <param name="threads">How many threads it may take, and what gives it up; the result does not depend on them.</param>
    public Look See(double alpha, SignificanceOptions test, ParallelOptions threads)
    {
        var result = SynchronySignificance.Test(ABpm, BBpm, test, threads);

        // Where it is the pacing that took the time away, that is the reason.
        if (result.Doubt is SynchronyDoubt.TooManyGaps && Seen + Paced >= test.LeastShare * ABpm.Length)
            result = result.Without(SynchronyDoubt.Paced);

        return new()
        {
            AtS = AtS,
            Alpha = alpha,
            Result = result,
            Confounds = SharedMoves.Find(ABpm, BBpm, FirstS, PhasesS.AsSpan(), wasPaced: Paced > 0),
        };
    }
}
