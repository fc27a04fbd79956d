namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>Where beats are missing, with hindsight: the messages of a strap cut into segments.</summary>
internal sealed class Segmentation
{
    private const int Ahead = 20;
    private const int MostDoubtful = 8;
    private const double LeastRiseS = 0.15;
    private const double MostRiseS = 0.35;

    private readonly List<Start> _starts = [];
    private readonly List<LevelRises.Rise> _lost = [];

    /// <summary>Cuts the messages.</summary>
    /// <param name="messages">All messages.</param>
    /// <param name="style">How the strap sends.</param>
    public Segmentation(ReadOnlySpan<StrapMessage> messages, EmissionStyle style)
    {
        Ticks = new int[messages.Length];
        SafeTicks = new int[messages.Length];
        for (int from = 0, to; from < messages.Length; from = to)
        {
            for (to = from + 1; to < messages.Length && messages[to].Stretch == messages[from].Stretch;)
                to++;
            _starts.Add(new(from, false));
            if (messages[from].IsExact)
                continue;
            if (style is EmissionStyle.OnTick)
                CutOnTick(messages, from, to);
            else
                CutOnBeat(messages, from, to);
        }
    }

    /// <summary>Where a segment begins.</summary>
    /// <param name="Message">Index of its first message.</param>
    /// <param name="IsDoubtful">Whether its one message may belong to the segment before or to the one after.</param>
    public readonly record struct Start(int Message, bool IsDoubtful);

    /// <summary>The segments, in order.</summary>
    public IReadOnlyList<Start> Starts => _starts;

    /// <summary>Indices of the messages before which others were lost, or may have been.</summary>
    public HashSet<int> Losses { get; } = [];

    /// <summary>The tick of each message within its stretch, for straps that send on ticks.</summary>
    public int[] Ticks { get; }

    /// <summary>The same, in doubt too small, so that no message seems to come early.</summary>
    public int[] SafeTicks { get; }

    private void CutOnBeat(ReadOnlySpan<StrapMessage> messages, int from, int to)
    {
        var indices = new List<int>(to - from);
        var delaysS = new List<double>(to - from);
        for (var i = from; i < to; i++)
        {
            if (messages[i].Beats == 0)
                continue;
            indices.Add(i);
            delaysS.Add(messages[i].ArrivalS - messages[i].LastS);
        }

        foreach (var rise in LevelRises.Find([.. delaysS], LeastRiseS, MostRiseS))
            _starts.Add(new(indices[rise.Before], rise.IsDoubtful));
    }

    private void CutOnTick(ReadOnlySpan<StrapMessage> messages, int from, int to)
    {
        _lost.Clear();
        TickNumbers.Assign(messages[from..to], Ticks.AsSpan(from..to), SafeTicks.AsSpan(from..to), _lost);
        var phase = TickPhase.Any;
        var lost = 0;
        for (var i = from; i < to; i++)
        {
            if (messages[i].Beats == 0)
                continue;
            var says = TickPhase.Of(messages[i], Ticks[i]);
            var isAfterLoss = false;
            var isDoubtful = false;
            for (; lost < _lost.Count && from + _lost[lost].Before <= i; lost++)
            {
                Losses.Add(from + _lost[lost].Before);
                isAfterLoss = true;
                isDoubtful = _lost[lost].IsDoubtful;
            }

            if (isAfterLoss && !(phase.Agrees(says) && SpansATick(messages[i])))
            {
                _starts.Add(new(i, isDoubtful));
                phase = says;
            }
            else if (phase.Agrees(says))
            {
                phase = phase.And(says);
            }
            else
            {
                CutWherePossible(messages, i, to);
                phase = says;
            }
        }
    }

    // A message between two others that held no beat can be lost without a beat being missed.
    private static bool SpansATick(in StrapMessage message) => message.Beats > 0 && message.FirstRrS >= TickPhase.PeriodS;

    // The first message that contradicts the phase may come some after the gap: those that agree with both sides are cut off, too.
    private void CutWherePossible(ReadOnlySpan<StrapMessage> messages, int contradicting, int to)
    {
        var after = TickPhase.Any;
        for (var i = contradicting; i < Math.Min(to, contradicting + Ahead); i++)
        {
            if (messages[i].Beats == 0)
                continue;
            var says = TickPhase.Of(messages[i], Ticks[i]);
            if (!after.Agrees(says))
                break;
            after = after.And(says);
        }

        var first = contradicting;
        for (var i = contradicting - 1; i > _starts[^1].Message; i--)
        {
            if (messages[i].Beats == 0)
                continue;
            var says = TickPhase.Of(messages[i], Ticks[i]);
            if (!after.Agrees(says))
                break;
            after = after.And(says);
            first = i;
        }

        if (contradicting - first > MostDoubtful)
            first = contradicting;
        for (var i = first; i <= contradicting; i++)
        {
            if (messages[i].Beats > 0)
                _starts.Add(new(i, i < contradicting));
        }
    }
}
