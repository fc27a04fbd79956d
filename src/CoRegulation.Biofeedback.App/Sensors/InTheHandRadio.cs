using CoRegulation.Biofeedback.Sensors;

namespace CoRegulation.Biofeedback.App.Sensors;

/// <summary>The radio of InTheHand.BluetoothLE, in a program that was built with it (docs/inthehand.md).</summary>
internal static class InTheHandRadio
{
    /// <summary>The radio; none in a program that was built without it.</summary>
    /// <param name="time">The clock that stamps what arrives.</param>
#if WITH_INTHEHAND
    public static IEnumerable<ISensorBackend> IfBuiltIn(TimeProvider time) => [new InTheHand.InTheHandBackend(time)];
#else
    public static IEnumerable<ISensorBackend> IfBuiltIn(TimeProvider time) => [];
#endif
}
