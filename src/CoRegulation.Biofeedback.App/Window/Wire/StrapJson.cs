using CoRegulation.Biofeedback.Sessions.Straps;

namespace CoRegulation.Biofeedback.App.Window.Wire;

/// <summary>A strap by its identity, its name and the last of its address, which is empty where the name has it.</summary>
internal sealed record StrapJson(string Id, string Name, string Tail)
{
    public static StrapJson Of(string id, string name) => new(id, name, SeenStrap.TailBeside(name, id));
}
