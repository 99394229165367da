"""What other sites load: the script, what its button says and looks like, and the framed page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.responses import FileResponse, Response

import locales
from web.chat import page, visitor
from web.chat.services import Services, services_of
from web.chat.views import HERE, Page, render
from web.chat.widget.embedding import EMBED, Frame, frame_of, sites_of
from web.chat.widget.sites import Sites
from web.shared.problems import Problem
from web.shared.security import CONTENT_SECURITY

HOUR_S, A_WHILE_S = 3_600, 300
SCRIPT = HERE / "static" / "widget.js"
WORDS = ("title", "close", "unread")

router = APIRouter(include_in_schema=False)
Ready = Annotated[Services, Depends(services_of)]


def install(app: FastAPI, home: Path) -> None:
    """Serve it, with the sites that the data folder names."""
    app.state.sites = Sites.beside(home)
    app.include_router(router)


def known_frame(request: Request) -> Frame:
    """Return the frame that is asked for. Refuses the key of a site nobody set up."""
    frame = frame_of(request)
    if frame is None:
        raise Problem(404, "No site of this key is set up here.")
    return frame


Framed = Annotated[Frame, Depends(known_frame)]


@router.get("/widget.js")
def script() -> Response:
    """Return the script that any site may load; what it then may show is said per site."""
    headers = {
        "Cache-Control": f"public, max-age={HOUR_S}",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Access-Control-Allow-Origin": "*",
    }
    return FileResponse(
        HERE / "static" / "widget.js", media_type="text/javascript", headers=headers
    )


@router.get(f"{EMBED}/launcher")
def launcher(request: Request, site: str = "", lang: str = "", page: str = "") -> Response:
    """Tell the script how its button looks and what it says. 403 for a site not let in."""
    found = sites_of(request).find(site)
    origin = request.headers.get("origin")
    own = origin is None or origin == f"{request.url.scheme}://{request.headers.get('host')}"
    if found is None or not (own or origin in found.origins):
        raise Problem(403, "This site may not show the guide. Its origin has to be in sites.yml.")
    wishes = (lang[:2].lower(), found.language, page[:2].lower())
    language = next((wish for wish in wishes if wish in locales.languages()), None)
    language = language or visitor.language_of(request)
    shown = _launcher(Frame(site, found, language))
    headers = {"Cache-Control": f"public, max-age={A_WHILE_S}", "Vary": "Origin"}
    if origin:
        headers["Access-Control-Allow-Origin"] = origin
    return JSONResponse(shown, headers=headers)


def _launcher(frame: Frame) -> dict[str, Any]:
    language, site = frame.language, frame.site
    words = {name: locales.say(f"widget.{name}", language) for name in WORDS}
    greeting = site.greeting.get(language) or locales.say("widget.greeting", language)
    return {
        "words": {**words, "greeting": greeting},
        "frame": frame.address(),
        "corner": site.corner,
        "background": site.colors.background,
        "label": site.colors.label,
    }


@router.get(EMBED, response_class=HTMLResponse)
def embedded(request: Request, services: Ready, frame: Framed) -> Response:
    """Show the talk inside a page of another site."""
    if frame.chosen and visitor.keeps_cookies(request):
        response: Response = RedirectResponse(frame.address(), 303)
        visitor.keep_language(request, response, frame.chosen)
        return response
    return page.home(request, services)


@router.post(EMBED, response_class=HTMLResponse)
async def resumed(request: Request, services: Ready, frame: Framed) -> Response:
    """Show the talk of a frame that is given no cookies and brings its key itself."""
    visitor.refuse_foreign(request)
    visitor.take_key(request, await request.form())
    return await run_in_threadpool(page.home, request, services)


@router.get(f"{EMBED}/forget", response_class=HTMLResponse)
def ask_to_forget(request: Request, frame: Framed) -> Response:
    """Ask, inside the frame, before the talk is deleted."""
    return page.ask_to_forget(request)


@router.get("/widget-demo", response_class=HTMLResponse)
def demo(request: Request, theme: str = "") -> Response:
    """Show how it looks on a site, in two themes."""
    site = theme if theme == "demo" else ""
    shows = {"site": site, "address": str(request.base_url)}
    shown = Page("widget_demo.html", visitor.language_of(request), shows)
    response = render(request, shown)
    policy = f"{CONTENT_SECURITY}; frame-src 'self'"
    response.headers["Content-Security-Policy"] = policy
    return response
