"""A Slice turned into small frames of counts, each saying in its docstring what it counts."""
