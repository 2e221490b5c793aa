"""What the server answers beside the pages: the boundaries of the maps, and whether it is well."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard import __version__, settings

# Boundaries change with a release at most; a day spares every map its 98 kB without keeping an old shape for long.
CACHE = "public, max-age=86400"


def list_routes() -> list[BaseRoute]:
    """The routes that ``app.py`` adds to the server."""
    return [Route("/boundaries/{file}", show_boundaries), Route("/health", show_health)]


async def show_boundaries(request: Request) -> Response:
    """One of the files of ``settings.BOUNDARIES`` as JSON; any other name is not found, whatever it points at."""
    offered = {path.name: path for path in settings.BOUNDARIES.glob("*.json")}
    path = offered.get(request.path_params["file"])
    if path is None:
        return JSONResponse({"error": f"no such boundaries; there are {', '.join(sorted(offered))}"}, status_code=404)
    return FileResponse(path, media_type="application/json", headers={"Cache-Control": CACHE})


async def show_health(request: Request) -> Response:
    """That the server answers, and which version of the Atlas does."""
    return JSONResponse({"status": "ok", "version": __version__})
