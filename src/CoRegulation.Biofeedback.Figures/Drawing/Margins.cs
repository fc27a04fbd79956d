namespace CoRegulation.Biofeedback.Figures.Drawing;

/// <summary>Room around the data, px.</summary>
internal readonly record struct Margins(int Left, int Top, int Right, int Bottom);
