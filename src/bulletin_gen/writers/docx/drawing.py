"""Text boxes and WordArt: what must stand at a place of the page that the text does not reach."""

from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree

from bulletin_gen.frozen import frozen
from bulletin_gen.units import pt_to_emu
from bulletin_gen.writers.docx.xml import Element, Markup, as_text, parsed, qualified

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "w10": "urn:schemas-microsoft-com:office:word",
    }.items()
)


@frozen
class TextBox:
    """A text box. `told` says what it holds to who cannot see it.

    `left` and `top` place it: an offset in pt, or a side to lie at; both from what `beside` names. `wrap` is how text
    keeps off it, `flow` how its own text runs (`horz`; `vert` is turned clockwise), `anchor` at which side of the box
    its text lies.
    """

    number: int
    name: str
    told: str
    width_pt: float
    height_pt: float
    left: float | str
    top: float | str
    beside: str = "page"
    wrap: str = "wrapNone"
    flow: str = "horz"
    anchor: str = "t"


def holds_text_box(markup: Markup) -> bool:
    return "<w:txbxContent>" in markup


def text_box(box: TextBox, paragraphs: Iterable[Markup]) -> Markup:
    """Return a run that holds a text box: a drawing for Word 2010 and later, a VML shape for older programs and those
    that read no drawings (mc:Fallback, ECMA-376 Part 3, 10.2)."""
    width, height = pt_to_emu(box.width_pt), pt_to_emu(box.height_pt)
    run = _parse(
        f"""<w:r {_NAMESPACES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
        <wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{box.number}" behindDoc="0"
            locked="0" layoutInCell="1" allowOverlap="1">
          <wp:simplePos x="0" y="0"/>
          <wp:positionH relativeFrom="{box.beside}">{_offset(box.left)}</wp:positionH>
          <wp:positionV relativeFrom="{box.beside}">{_offset(box.top)}</wp:positionV>
          <wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:{box.wrap}/>
          <wp:docPr id="{box.number}" name="{box.name}" descr="{box.told}"/><wp:cNvGraphicFramePr/>
          <a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
            <wps:cNvSpPr txBox="1"/>
            <wps:spPr>
              <a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
              <a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>
            </wps:spPr>
            <wps:txbx><w:txbxContent/></wps:txbx>
            <wps:bodyPr vert="{box.flow}" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{box.anchor}">
              <a:noAutofit/>
            </wps:bodyPr>
          </wps:wsp></a:graphicData></a:graphic>
        </wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>
        <v:rect id="TextBox{box.number}" alt="{box.told}" filled="f" stroked="f" style="{_vml_place(box)}">
          <v:textbox inset="0,0,0,0"{_vml_flow(box)}><w:txbxContent/></v:textbox>{_vml_wrap(box)}
        </v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
    )
    drawn, older = run.iter("{*}txbxContent")
    drawn.extend(parsed("".join(paragraphs)))
    older.extend(_without_comments(deepcopy(paragraph)) for paragraph in drawn)
    return as_text(run)


def _without_comments(paragraph: Element) -> Element:
    """Return a paragraph for the older shape: its remarks are told once, in the drawing."""
    references = [reference.getparent() for reference in paragraph.iter(qualified("commentReference"))]
    marks = paragraph.iter(qualified("commentRangeStart"), qualified("commentRangeEnd"))
    for element in [*references, *marks]:
        holder = None if element is None else element.getparent()
        if element is not None and holder is not None:
            holder.remove(element)
    return paragraph


def _vml_place(box: TextBox) -> str:
    """Return the style that places a VML shape where the drawing is."""
    sides = {
        "mso-position-horizontal": box.left if isinstance(box.left, str) else "absolute",
        "mso-position-horizontal-relative": box.beside,
        "mso-position-vertical": box.top if isinstance(box.top, str) else "absolute",
        "mso-position-vertical-relative": box.beside,
        "v-text-anchor": {"t": "top", "b": "bottom"}[box.anchor],
    }
    left, top = (place if isinstance(place, float) else 0.0 for place in (box.left, box.top))
    size = f"width:{box.width_pt:.2f}pt;height:{box.height_pt:.2f}pt"
    said = ";".join(f"{name}:{value}" for name, value in sides.items())
    return f"position:absolute;margin-left:{left:.2f}pt;margin-top:{top:.2f}pt;{size};z-index:{box.number};{said}"


def _vml_flow(box: TextBox) -> str:
    return ' style="layout-flow:vertical"' if box.flow == "vert" else ""


def _vml_wrap(box: TextBox) -> str:
    return '<w10:wrap type="topAndBottom"/>' if box.wrap == "wrapTopAndBottom" else ""


def word_art(number: int, text: str, face: str, colour: str, size: Sequence[float], angle: float) -> Markup:
    """Return a run that holds a text across the page, behind its text: `size` is width and height in pt.

    `angle` in degrees: by this much the text rises.
    """
    width, height = size
    run = _parse(
        f"""<w:r {_NAMESPACES}><w:pict>
        <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
            path="m@7,l@8,m@5,21600l@6,21600e">
          <v:formulas>
            <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
            <v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
            <v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>
            <v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/>
          </v:formulas>
          <v:path textpathok="t" o:connecttype="custom"
            o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
          <v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/>
        </v:shapetype>
        <v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136"
            style="position:absolute;margin-left:0;margin-top:0;width:{width:.2f}pt;height:{height:.2f}pt;\
rotation:{360 - angle:.0f};z-index:-251658752;mso-position-horizontal:center;\
mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
            o:allowincell="f" fillcolor="#{colour}" stroked="f">
          <v:textpath/><w10:wrap anchorx="margin" anchory="margin"/>
        </v:shape></w:pict></w:r>"""
    )
    path = [*run.iter("{urn:schemas-microsoft-com:vml}textpath")][-1]
    path.set("style", f'font-family:"{face}";font-size:1pt')
    path.set("string", text)
    next(run.iter("{urn:schemas-microsoft-com:vml}shape")).set("alt", f"水印：{text}")
    return as_text(run)


def _offset(place: float | str) -> str:
    if isinstance(place, str):
        return f"<wp:align>{place}</wp:align>"
    return f"<wp:posOffset>{pt_to_emu(place)}</wp:posOffset>"


def _parse(xml: str) -> Element:
    return etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
