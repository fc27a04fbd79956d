using System.Xml.Linq;
using SkiaSharp;

namespace CoRegulation.Biofeedback.Figures.Tests.Drawing;

/// <summary>A figure as a test looks at it.</summary>
internal sealed class Svg(string text)
{
    private readonly XElement _root = XDocument.Parse(text).Root!;

    /// <summary>Everything that is written in it, but for its title.</summary>
    public IReadOnlyList<string> Texts => [.. Named("text").Select(e => e.Value)];

    public string Title => Named("title").Single().Value;

    public IReadOnlyList<string> Ids => [.. _root.DescendantsAndSelf().Attributes("id").Select(a => a.Value)];

    public IEnumerable<XElement> Named(string name) => _root.Descendants(XName.Get(name, "http://www.w3.org/2000/svg"));

    /// <summary>The pixels of its only image.</summary>
    public SKBitmap Image()
    {
        var data = Named("image").Single().Attribute(XName.Get("href", "http://www.w3.org/1999/xlink"))!.Value;
        return SKBitmap.Decode(Convert.FromBase64String(data["data:image/png;base64,".Length..]));
    }
}
