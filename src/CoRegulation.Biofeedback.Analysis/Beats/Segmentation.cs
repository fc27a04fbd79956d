namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>Where beats are missing, with hindsight: the messages of a strap cut into segments.</summary>
internal sealed class Segmentation
{
    private const int Ahead = 20;
    private const double LeastRiseS = 0.15;
    private const double MostRiseS = 0.35;

    private readonly List<int> _starts = [];
    private readonly List<int> _lost = [];

    /// <summary>Cuts the messages.</summary>
    /// <param name="messages">All messages.</param>
    /// <param name="style">How the strap sends.</param>
    public Segmentation(ReadOnlySpan<StrapMessage> messages, EmissionStyle style)
    {
        Ticks = new int[messages.Length];
        for (int from = 0, to; from < messages.Length; from = to)
        {
            for (to = from + 1; to < messages.Length && messages[to].Stretch == messages[from].Stretch;)
                to++;
            _starts.Add(from);
            if (messages[from].IsExact)
                continue;
            if (style is EmissionStyle.OnTick)
                CutOnTick(messages, from, to);
            else
                CutOnBeat(messages, from, to);
        }
    }

    /// <summary>Indices of the first message of each segment, ascending.</summary>
    public IReadOnlyList<int> Starts => _starts;

    /// <summary>The tick of each message within its stretch, for straps that send on ticks.</summary>
    public int[] Ticks { get; }

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
            _starts.Add(indices[rise.Before]);
    }

    private void CutOnTick(ReadOnlySpan<StrapMessage> messages, int from, int to)
    {
        _lost.Clear();
        TickNumbers.Assign(messages[from..to], Ticks.AsSpan(from..to), _lost);
        var phase = TickPhase.Any;
        var lost = 0;
        for (var i = from; i < to; i++)
        {
            var isAfterLoss = lost < _lost.Count && from + _lost[lost] <= i;
            if (messages[i].Beats == 0)
                continue;
            var says = TickPhase.Of(messages[i], Ticks[i]);
            while (lost < _lost.Count && from + _lost[lost] <= i)
                lost++;
            if (isAfterLoss && !(phase.Agrees(says) && SpansATick(messages[i])))
            {
                _starts.Add(i);
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
        for (var i = contradicting - 1; i > _starts[^1] && (messages[i].Beats == 0 || after.Agrees(TickPhase.Of(messages[i], Ticks[i]))); i--)
        {
            if (messages[i].Beats > 0)
                first = i;
        }

        for (var i = first; i <= contradicting; i++)
        {
            if (messages[i].Beats > 0)
                _starts.Add(i);
        }
    }
}
