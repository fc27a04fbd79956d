namespace CoRegulation.Biofeedback.Analysis.Synchrony.Recurrence;

/// <summary>Settings of cross-recurrence; every default has its reason. Which values are right is an open question of the method: results
/// compare only between pairs with the same.</summary>
public sealed record RecurrenceOptions
{
    /// <summary>Samples of a state, one a second. Default 3: level, change and bend over some seconds.</summary>
    public int Dimension { get; init => field = Checked.Within(value, 1, 20, nameof(Dimension)); } = 3;

    /// <summary>From one sample of a state to the next, s. Default 3: a third of the 0.1 Hz rhythm, where its samples say most beside each other.</summary>
    public int DelayS { get; init => field = Checked.Within(value, 1, 60, nameof(DelayS)); } = 3;

    /// <summary>Distance up to which two states count as the same, in standard deviations of each person's own series. Default 0.8: between strangers
    /// 5 to 20 % of the states recur, enough for lines and few enough that lines mean something.</summary>
    public double Radius { get; init => field = Checked.Within(value, 0, 100, nameof(Radius)); } = 0.8;

    /// <summary>Shortest line, in states. Default 2: the least there is, and that of the package.</summary>
    public int MinLine { get; init => field = Checked.Within(value, 1, 1000, nameof(MinLine)); } = 2;

    /// <summary>Fewest samples at 4 Hz that hold one state.</summary>
    public int LeastSamples() => Pair.SamplesToStart(SpanS + 1);

    /// <summary>From the first to the last sample of a state, s.</summary>
    internal int SpanS => (Dimension - 1) * DelayS;
}
