namespace CoRegulation.Biofeedback.Figures.Drawing;

/// <summary>One of several stretches of a sheet's height with a scale of its own, on a sheet whose vertical unit is a pixel.</summary>
/// <param name="BottomPx">Its lower edge, px above the sheet's lowest data.</param>
/// <param name="HeightPx">Its height, px.</param>
/// <param name="Low">The value at its lower edge.</param>
/// <param name="High">The value at its upper edge.</param>
internal readonly record struct Pane(double BottomPx, double HeightPx, double Low, double High)
{
    /// <summary>The upper edge, px above the sheet's lowest data.</summary>
    public double TopPx => BottomPx + HeightPx;

    /// <summary>Where a value stands on the sheet.</summary>
    public double At(double value) => BottomPx + ((value - Low) / (High - Low) * HeightPx);
}
