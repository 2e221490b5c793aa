"""Files, pages and lines turned into Articles."""

from dashboard.articles.reading import list_files, read_articles, read_file

__all__ = ["list_files", "read_articles", "read_file"]
