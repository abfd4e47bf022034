"""A finished text that reviewers changed or remarked on -> one whose changes, moves and remarks Word can tell apart."""

from lxml import etree

from bulletin_gen.writers.docx.comments import comments_part, has_remarks
from bulletin_gen.writers.docx.moves import mark_moves
from bulletin_gen.writers.docx.package import Package
from bulletin_gen.writers.docx.tracked import has_changes
from bulletin_gen.writers.docx.xml import Markup, root_as_text


def with_comments_and_moves(package: Package, main: Markup) -> Markup:
    """Return the root of the main part with its changes numbered, its moves marked and its remarks in a part of theirs,
    those of the headers as well; as it is where nobody changed or remarked on anything."""
    headers = package.headers()
    texts = [main, *map(package.own.__getitem__, headers)]
    if not any(has_changes(text) or has_remarks(text) for text in texts):
        return main
    root, *tops = map(etree.fromstring, texts)
    comments = comments_part(root[0], tops)
    package.own |= zip(headers, map(root_as_text, tops), strict=True)
    if comments is not None:
        package.add("comments", root_as_text(comments))
    mark_moves(root[0])
    return root_as_text(root)
