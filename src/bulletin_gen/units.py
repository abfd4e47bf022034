"""The only place that converts between mm, pt, twips and EMU."""

TWIPS_PER_PT = 20
MM_PER_INCH = 25.4
PT_PER_MM = 72 / MM_PER_INCH
EMU_PER_PT = 12_700


def mm_to_twips(mm: float) -> int:
    """Return whole twips, the unit in which Word stores page geometry."""
    return round(mm * PT_PER_MM * TWIPS_PER_PT)


def mm_to_pt(mm: float) -> float:
    return mm * PT_PER_MM


def mm_to_inches(mm: float) -> float:
    """Return the unit in which Excel keeps the margins of a page."""
    return mm / MM_PER_INCH


def pt_to_mm(pt: float) -> float:
    return pt / PT_PER_MM


def pt_to_twips(pt: float) -> int:
    return round(pt * TWIPS_PER_PT)


def twips_to_pt(twips: int) -> float:
    return twips / TWIPS_PER_PT


def pt_to_half_points(pt: float) -> int:
    """Return Word's unit of font size (`w:sz`)."""
    return round(pt * 2)


def pt_to_emu(pt: float) -> int:
    """Return the unit in which drawings are placed."""
    return round(pt * EMU_PER_PT)


def twips_to_mm(twips: int) -> float:
    return pt_to_mm(twips_to_pt(twips))


def half_points_to_pt(half_points: int) -> float:
    return half_points / 2


def eighths_to_mm(eighths: int) -> float:
    """Return the thickness of a border, which Word counts in eighths of a point (`w:sz`)."""
    return pt_to_mm(eighths / 8)


def emu_to_mm(emu: int) -> float:
    return pt_to_mm(emu / EMU_PER_PT)
