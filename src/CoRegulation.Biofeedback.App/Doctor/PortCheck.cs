using System.Net;
using System.Net.Sockets;

namespace CoRegulation.Biofeedback.App.Doctor;

/// <summary>A port on this machine for the window.</summary>
/// <param name="address">Where: 127.0.0.1.</param>
internal sealed class PortCheck(IPAddress address) : ICheck
{
    /// <inheritdoc/>
    public Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var listener = new TcpListener(address, 0);
            listener.Start();
            return Task.FromResult<Finding>(new("port", CheckState.Ok, $"The window can be opened at {address}, which only this machine reaches."));
        }
        catch (SocketException fault)
        {
            return Task.FromResult<Finding>(new(
                "port", CheckState.Fail, $"No port of {address} can be opened for the window ({fault.Message}). Allow it in the firewall or the sandbox that coreg runs in."));
        }
    }
}
