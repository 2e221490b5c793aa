"""What can go wrong, as one small tree; every message says what, where, and what to do.

    AtlasError
    ├── ArticleError     a file that cannot be read as an article
    ├── RecordError      a line that is no record
    ├── KnowledgeError   a reference file that is missing or malformed
    ├── TableError       tables that are missing, of another format, or at fault
    ├── SelectionError   a filter value that nothing is known about
    └── ExportError      a picture or file that could not be made

Finding nothing is not an error.
"""

from __future__ import annotations


class AtlasError(Exception):
    """Anything that this project reports to its user in one sentence (exit status 2 on the command line)."""


class ArticleError(AtlasError):
    """A file that cannot be read as an article."""


class RecordError(AtlasError):
    """A line of a records file that is not a record."""


class KnowledgeError(AtlasError):
    """A reference file that is missing or malformed."""


class TableError(AtlasError):
    """Tables that are missing, of another format, or at fault."""


class SelectionError(AtlasError):
    """A filter value that nothing is known about."""


class ExportError(AtlasError):
    """A picture or file that could not be made."""
