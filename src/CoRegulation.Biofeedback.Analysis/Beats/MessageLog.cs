using System.Runtime.InteropServices;

namespace CoRegulation.Biofeedback.Analysis.Beats;

/// <summary>All messages of a strap and their intervals, in order of arrival.</summary>
internal sealed class MessageLog
{
    private readonly List<StrapMessage> _messages = [];
    private readonly List<double> _rrMs = [];
    private double _sumS;
    private int _stretch;

    /// <summary>The messages.</summary>
    public ReadOnlySpan<StrapMessage> Messages => CollectionsMarshal.AsSpan(_messages);

    /// <summary>The intervals of all messages, ms.</summary>
    public ReadOnlySpan<double> RrMs => CollectionsMarshal.AsSpan(_rrMs);

    /// <summary>Number of the stretch that the next message belongs to.</summary>
    public int Stretch => _stretch;

    /// <summary>Whatever comes next belongs to a new stretch.</summary>
    public void Break()
    {
        if (_messages.Count > 0 && _messages[^1].Stretch == _stretch)
            _stretch++;
    }

    /// <summary>Keeps a message of intervals that are all above 0.</summary>
    public void Add(double arrivalS, ReadOnlySpan<double> rrMs, bool repeats, bool isExact)
    {
        var firstS = rrMs.IsEmpty ? _sumS : _sumS + (rrMs[0] / 1000);
        foreach (var rr in rrMs)
            _sumS += rr / 1000;
        _messages.Add(new(arrivalS, firstS, _sumS, rrMs.IsEmpty ? 0 : rrMs[0] / 1000, _rrMs.Count, rrMs.Length, _stretch, repeats, isExact));
        _rrMs.AddRange(rrMs);
    }
}
