"""SDG Cooperation Atlas: news of academic cooperation, read into facts and shown with their evidence.

The way of the data, an hourglass that meets in ``Tables``; a value only ever moves forward:

    file ─► Article ─► Mentions ─► Record ─► Tables ─► Slice ─► frame ─► Figure ─► page
           read       find        compose   build     select   count    draw      show
"""

__version__ = "0.1.0"
