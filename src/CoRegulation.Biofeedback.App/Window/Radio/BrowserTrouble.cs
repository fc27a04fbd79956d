using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.App.Window.Radio;

/// <summary>Why a browser does not reach a strap, and what to do.</summary>
internal static class BrowserTrouble
{
    public static string PageGone(string name) =>
        $"No open page holds {name}: the page was closed or loaded anew. Open it in Chrome or Edge on this computer and press Reconnect.";

    public static SensorException NoPage(string name) => new(SensorTrouble.NotInRange, PageGone(name));

    public static SensorException TabSleeps(string name) =>
        new(SensorTrouble.NotInRange, $"The tab that holds {name} does not answer: the browser has put it to sleep. Bring it to the front.");

    /// <param name="name">The strap's name.</param>
    /// <param name="error">The name of the browser's exception.</param>
    public static SensorException Failed(string name, string? error) => new(SensorTrouble.NotInRange, error switch
    {
        "NetworkError" => $"{name} does not answer. Wear it with wet electrodes, near this computer, and close other programs and watches that may hold it.",
        "NotFoundError" => $"{name} shows no heart rate service so far. If this stays, it is no strap of heart rates: choose another.",
        "SecurityError" or "NotAllowedError" => $"The browser does not let this page use {name} any longer: press Reconnect.",
        _ => $"The browser could not connect to {name} ({error ?? "no reason given"}). It tries again.",
    });
}
