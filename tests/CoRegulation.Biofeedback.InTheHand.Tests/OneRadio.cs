using InTheHand.Bluetooth.Scripted;

// The package's entry point is static, so there is one radio in the process and one test at a time.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace CoRegulation.Biofeedback.InTheHand.Tests;

/// <summary>The radio of one test.</summary>
internal static class OneRadio
{
    public static ScriptedRadio With(params ScriptedStrap[] straps)
    {
        var radio = new ScriptedRadio();
        foreach (var strap in straps)
            radio.Straps.Add(strap);
        return ScriptedRadio.Current = radio;
    }
}
