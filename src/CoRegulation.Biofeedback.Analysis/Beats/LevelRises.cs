namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>Finds, with hindsight, where the smallest delay rises for good: something is missing there.</summary>
/// <remarks>A message that comes late raises the delay for a while, a lost one raises all that follow. So the smallest delay of the messages
/// before and of those after are compared; near at hand only, so that drift does not count.</remarks>
internal sealed class LevelRises
{
    // Trouble in the radio link that holds messages back for longer ends in a lost link.
    private const int Horizon = 40;
    private const int Few = 20;
    private const int MostHeld = 20;

    private readonly double[] _delaysS;
    private readonly double _riseS;
    private readonly double _riseOfFewS;
    private readonly List<Rise> _found = [];

    private LevelRises(double[] delaysS, double riseS, double riseOfFewS) =>
        (_delaysS, _riseS, _riseOfFewS) = (delaysS, riseS, riseOfFewS);

    /// <summary>A rise before a message.</summary>
    /// <param name="Before">Index of the first message after it.</param>
    /// <param name="ByS">How much, s; 0 where the same rise may as well be a message earlier.</param>
    /// <param name="IsDoubtful">Whether the message may have been sent before the loss as well.</param>
    public readonly record struct Rise(int Before, double ByS, bool IsDoubtful);

    /// <summary>All rises in one stretch, in order.</summary>
    /// <param name="delaysS">Arrival less strap time (of tick or of last beat), s.</param>
    /// <param name="riseS">The least rise that counts, s.</param>
    /// <param name="riseOfFewS">The same where there are fewer than 20 messages on one side, s.</param>
    public static IReadOnlyList<Rise> Find(double[] delaysS, double riseS, double riseOfFewS)
    {
        var search = new LevelRises(delaysS, riseS, riseOfFewS);
        search.Split(0, delaysS.Length);
        return search._found;
    }

    private void Split(int start, int end)
    {
        for (var i = start; i < end - 1; i++)
        {
            var before = Lowest(Math.Max(start, i + 1 - Horizon), i + 1);
            var needed = Math.Min(i + 1 - start, end - 1 - i) < Few ? _riseOfFewS : _riseS;
            if (LowestAfter(i, end) - before < needed)
                continue;

            // Messages below the new level belong to the old one, however late they are.
            var last = Math.Min(i + (Horizon / 2), end - 2);
            var settledS = LowestAfter(last, end) - (_riseS / 4);
            var cut = i;
            while (LowestAfter(cut, end) < settledS)
                cut++;
            var earlier = _found.Count;
            if (cut > i)
                Split(start, cut + 1);
            if (_found.Count > earlier)
                start = _found[^1].Before;
            var levelS = LowestAfter(cut, end);
            before = Lowest(Math.Max(start, cut + 1 - Horizon), cut + 1);
            start = cut + 1;

            // Held back so long that they may have been sent before the loss as well: nobody knows where among them it was.
            var settled = start;
            while (settled < end && settled <= start + MostHeld && _delaysS[settled] > levelS + _riseOfFewS)
                settled++;
            if (settled == end || settled > start + MostHeld)
                settled = start;
            _found.Add(new(start, levelS - before, start < settled));
            while (start < settled)
                _found.Add(new(++start, 0, start < settled));
            i = start - 1;
        }
    }

    private double LowestAfter(int index, int end) => Lowest(index + 1, Math.Min(end, index + 1 + Horizon));

    private double Lowest(int from, int to)
    {
        var lowest = double.PositiveInfinity;
        for (var i = from; i < to; i++)
            lowest = Math.Min(lowest, _delaysS[i]);
        return lowest;
    }
}
