"""One reading of a DOCX, for all who need one: import, proof, and whoever brings edits and comments home.

    from bulletin_gen.ooxml.word_file import WordFile

    WordFile(source, file)                    tracked changes accepted: the DOCX as it will be printed
    WordFile(source, file, Revisions.REJECT)  rejected: as it was before anybody changed it
    WordFile(source, file, None)              as it stands: what was inserted and what was deleted, each marked

It has a `body`, `headers`, `footers`, `footnotes`, `endnotes` and `comments`, each walked once, when it is asked for.
Nothing in it is XML; whatever a reader of drafts asks for is a frozen value:

- **Paragraphs** (`WordStory.paragraphs`): where each stands (`section`, table `cells`, `box`), what hangs on it
  (`boxes`; `unfolded` gives all in one row), its `format`: style, alignment, indents, line spacing, frame, borders.
- **What stands in one** (`Inline`): text with its printed label, line and page ends; whether it is printed, hidden, or
  part of contents or a prompt (`shown`); the `field` whose result it is; pictures, notes, tables; its run's `format`:
  faces, size, colour, bold, struck, hidden. Formats are worked out when they are asked for: through the styles and
  those they are based on, the list, the defaults, the theme.
- **Tracked changes** (`Inline.changes`, `WordParagraph.changes` for its end, `WordStory.changes` for all): inserted,
  deleted or formatted, moved or not, by whom and when.
- **Comments** (`WordFile.comments`, with their replies `.threads`): author, date and paragraphs by id, whether one is
  settled; marks among the inlines tell where each begins and ends, also in what a change took away.
- **Sections** and **tables** (`WordStory.sections`, `.tables`): paper, margins, grid, footers; borders.

Sizes, ratios and depth are bounded, and how much a file makes of what is in it (`made.py`); whatever is damaged or
unsafe ends in ReadError.
"""
