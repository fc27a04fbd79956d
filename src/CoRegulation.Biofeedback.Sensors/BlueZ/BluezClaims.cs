namespace CoRegulation.Biofeedback.Sensors.BlueZ;

/// <summary>Which straps are in use here: one strap cannot be two people's.</summary>
internal sealed class BluezClaims
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _addresses = [];

    /// <summary>Whether a strap is in use.</summary>
    public bool Has(string address)
    {
        lock (_lock)
            return _addresses.Contains(address);
    }

    /// <summary>Takes a strap until the result is disposed of; null when it is taken.</summary>
    public IDisposable? TryTake(string address)
    {
        lock (_lock)
            return _addresses.Add(address) ? new Claim(this, address) : null;
    }

    private void GiveBack(string address)
    {
        lock (_lock)
            _addresses.Remove(address);
    }

    private sealed class Claim(BluezClaims claims, string address) : IDisposable
    {
        private int _over;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0)
                claims.GiveBack(address);
        }
    }
}
