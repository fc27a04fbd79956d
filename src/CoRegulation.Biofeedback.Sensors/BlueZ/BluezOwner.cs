using CoRegulation.Biofeedback.Sensors.BlueZ.Bus;

namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>Who BlueZ is on the bus. Any program may send a signal straight to this one, whatever this one asked to hear; so a signal counts only when it is
/// from whoever owns BlueZ's name. Of the bus thread.</summary>
internal sealed class BluezOwner
{
    private string? _uniqueName;

    /// <summary>Takes the bus's answer to who owns the name.</summary>
    public bool Take(BusMessage answer)
    {
        _uniqueName = answer.At<string>(0);
        return true;
    }

    /// <summary>Whether the bus tells that the name has another owner, or none; who that is counts from here on.</summary>
    public bool IsChangedBy(BusMessage signal)
    {
        if (signal.Sender != BluezNames.Bus || signal.Member != BluezNames.NameOwnerChanged || signal.At<string>(0) != BluezNames.Service)
            return false;
        _uniqueName = signal.At<string>(2) is { Length: > 0 } owner ? owner : null;
        return true;
    }

    /// <summary>Whether a signal is from BlueZ.</summary>
    public bool Sent(BusMessage signal) => signal.Sender is { } sender && sender == _uniqueName;
}
