namespace CoRegulation.Biofeedback.Sensors;

/// <summary>One chest strap, real or not: the only seam between the program and the outside.</summary>
public interface IHeartRateSensor : IAsyncDisposable
{
    /// <summary>The strap's identity, <c>backend:address</c>, for instance <c>sim:settling</c>.</summary>
    string Id { get; }

    /// <summary>The name that a person knows it by.</summary>
    string Name { get; }

    /// <summary>Yields notifications and changes of state in order, reconnecting by itself, until <paramref name="cancellationToken"/>
    /// is cancelled; that ends the sequence normally, without an exception. A sensor that has an end (a simulated person) ends it, too.</summary>
    IAsyncEnumerable<SensorEvent> ReadAsync(CancellationToken cancellationToken);
}
