using System.Text;
using CoRegulation.Biofeedback.Figures.Colours;

namespace CoRegulation.Biofeedback.App.Window.Assets;

/// <summary>The colours of the figures as the page's custom properties, so that both are the same.</summary>
internal static class PaletteCss
{
    /// <summary>Light by default, dark where the system or the reader wants it.</summary>
    public static byte[] Bytes() => Encoding.UTF8.GetBytes(
        $$"""
        :root { {{Palette.Light.ToCss()}} }
        :root[data-theme="dark"] { {{Palette.Dark.ToCss()}} }
        @media (prefers-color-scheme: dark) {
        :root:not([data-theme]) { {{Palette.Dark.ToCss()}} }
        }

        """);
}
