using System.Net;
using System.Net.Sockets;
using CoRegulation.Biofeedback.App.Window.Assets;
using CoRegulation.Biofeedback.App.Window.Endpoints;
using CoRegulation.Biofeedback.App.Window.Radio;
using CoRegulation.Biofeedback.App.Window.Security;
using CoRegulation.Biofeedback.App.Window.Wire;
using CoRegulation.Biofeedback.Sessions.Live;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoRegulation.Biofeedback.App.Window;

/// <summary>The plot window of one session: a page on this machine's loopback address.</summary>
public sealed class WindowHost : IAsyncDisposable
{
    private const int MaxBodyBytes = 16 * 1024;

    private readonly WebApplication _app;

    private WindowHost(WebApplication app)
    {
        _app = app;
        Url = new Uri(app.Urls.Single());
        Completion = app.WaitForShutdownAsync();
    }

    /// <summary>Where the page is: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Url { get; }

    /// <summary>Ends when the window has been closed, by the token that it was started with or by <see cref="DisposeAsync"/>.</summary>
    public Task Completion { get; }

    /// <summary>Opens the window.</summary>
    /// <param name="session">What it shows.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Closes the window, now or later.</param>
    /// <exception cref="PortUnavailableException">The port is in use or not allowed.</exception>
    public static Task<WindowHost> StartAsync(ILiveSession session, WindowOptions options, CancellationToken cancellationToken) =>
        StartAsync(Build(new CurrentSession(() => session), null, options), options, cancellationToken);

    /// <summary>Opens the window in which straps are chosen and then their session is seen.</summary>
    /// <param name="live">Where the session comes from.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Closes the window, now or later.</param>
    /// <exception cref="PortUnavailableException">The port is in use or not allowed.</exception>
    public static Task<WindowHost> StartAsync(LiveWindow live, WindowOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(live);
        return StartAsync(Build(new CurrentSession(() => live.Stage.Session), live, options), options, cancellationToken);
    }

    /// <summary>Closes the window.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task<WindowHost> StartAsync(WebApplication app, WindowOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            throw new PortUnavailableException(options.Port, "in use by another program", e);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AccessDenied)
        {
            await app.DisposeAsync();
            throw new PortUnavailableException(options.Port, "not allowed for you on this machine", e);
        }

        var host = new WindowHost(app);
        var stop = cancellationToken.Register(app.Lifetime.StopApplication);
        app.Lifetime.ApplicationStopped.Register(() => stop.Dispose());
        if (options.OpenBrowser)
            SystemBrowser.TryOpen(host.Url);
        return host;
    }

    private static WebApplication Build(CurrentSession session, LiveWindow? live, WindowOptions options)
    {
        // The empty builder reads no file and no environment: the working directory cannot change what the window does.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        if (options.Verbose)
            builder.Logging.AddSimpleConsole().Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
                console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRouting();
        builder.Services.AddSingleton<ILiveSession>(session);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.ConfigureHttpJsonOptions(json => WindowJson.Configure(json.SerializerOptions));

        var app = builder.Build();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LocalRequestsOnly>();
        app.Use(NoSessionYet(session));
        app.UseWebSockets();
        app.UseRouting();
        app.MapPage(session, live);
        app.MapWindowAssets();
        app.MapLiveStream(live?.Stage);
        app.MapSession();
        app.MapPairFigures();
        app.MapEpisodes();
        app.MapRhythm();
        if (live is not null)
            app.MapSetUp(live);
        if (live?.Browser is { } browser)
            app.MapRadio(live.Stage, browser, live.Time);
        return app;
    }

    /// <summary>What is about the session is answered only when there is one.</summary>
    private static Func<HttpContext, RequestDelegate, Task> NoSessionYet(CurrentSession session) => (context, next) =>
    {
        if (session.IsThere || !(context.Request.Path.StartsWithSegments("/api/live") || context.Request.Path.StartsWithSegments("/figures")))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status409Conflict;
        return context.Response.WriteAsync("The session has not started yet: straps are being chosen.\n", context.RequestAborted);
    };
}
