namespace CoRegulation.Biofeedback.Figures.Drawing;

/// <summary>Which part of a text stands at its place; the names are those of SVG's <c>text-anchor</c>.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
