using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace CoRegulation.Biofeedback.Figures.Drawing;

/// <summary>Puts the layers of a figure together as one SVG document that can stand alone or within a page.</summary>
internal static class SvgText
{
    // What the system calls its own font first, so that figure and page look alike.
    private const string Fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace Link = "http://www.w3.org/1999/xlink";

    public static XName Name(string local) => Svg + local;

    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    public static string Compose(FigureFrame frame, string description, IEnumerable<XElement> under, XDocument drawn, IEnumerable<XElement> over)
    {
        var root = new XElement(Name("svg"),
            new XAttribute(XNamespace.Xmlns + "xlink", Link),
            new XAttribute("width", frame.WidthPx),
            new XAttribute("height", frame.HeightPx),
            new XAttribute("viewBox", $"0 0 {frame.WidthPx} {frame.HeightPx}"),
            new XAttribute("role", "img"),
            new XAttribute("font-family", Fonts),
            new XAttribute("font-size", Sheet.TextPx),
            new XElement(Name("title"), description),
            new XElement(Name("defs"), Hatch(frame.Palette.Hatch)),
            under,
            drawn.Root!.Elements(),
            over);

        // A cell is a measured value: shown larger it stays a cell and does not bleed into a gap.
        foreach (var image in root.Descendants(Name("image")))
            image.SetAttributeValue("image-rendering", "pixelated");

        NameParts(root);
        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Names parts anew: Skia numbers them on from figure to figure, and several figures may stand in one page, where "#cl_4"
    /// would mean the first one's. Equal names then have equal content.</summary>
    private static void NameParts(XElement root)
    {
        Rename(root, root.Descendants().Attributes("id").Select((id, i) => (id.Value, $"p{i}")).ToDictionary());
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting)));
        var prefix = "f" + Convert.ToHexStringLower(hash.AsSpan(0, 6));
        Rename(root, root.Descendants().Attributes("id").Select(id => (id.Value, prefix + id.Value)).ToDictionary());
    }

    private static void Rename(XElement root, Dictionary<string, string> names)
    {
        foreach (var attribute in root.Descendants().Attributes())
        {
            if (attribute.Name == "id")
                attribute.Value = names[attribute.Value];
            else if (attribute.Name == Link + "href" && attribute.Value is ['#', .. var part])
                attribute.Value = "#" + names[part];
            else if (attribute.Value.StartsWith("url(#", StringComparison.Ordinal))
                attribute.Value = $"url(#{names[attribute.Value[5..^1]]})";
        }
    }

    private static XElement Hatch(string colour) => new(Name("pattern"),
        new XAttribute("id", "hatch"),
        new XAttribute("width", 8),
        new XAttribute("height", 8),
        new XAttribute("patternUnits", "userSpaceOnUse"),
        new XAttribute("patternTransform", "rotate(45)"),
        new XElement(Name("path"), new XAttribute("d", "M0 0V8"), new XAttribute("stroke", colour), new XAttribute("stroke-width", 2)));
}
