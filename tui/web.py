"""The workbench in a browser: a program of its own for every tab, behind one door.

textual-serve carries screens and keys; by itself it lets in whoever reaches the port, and any page
in a browser on this machine does. So everything is asked for a token, which the link that is
printed brings and a cookie keeps, and a connection for the address of the page that opens it.
"""

import asyncio
import hmac
import ipaddress
import secrets
import socket
from collections.abc import Callable
from typing import NamedTuple

import aiohttp_jinja2
import jinja2
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.server import Server

_COOKIE = "workbench"
_ALWAYS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# Scripts and styles stand in textual-serve's own page. What it fetches from elsewhere, a font, is
# not fetched: nobody else is told that the page is open.
_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self' {websocket}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Door(NamedTuple):
    """Where the workbench is served, and who is let in."""

    listening: socket.socket
    host: str
    token: str

    @property
    def port(self) -> int:
        """The port, also where any was asked for."""
        return int(self.listening.getsockname()[1])

    @property
    def link(self) -> str:
        """What a browser is to open; whoever has it is let in."""
        return f"http://{_in_url(self.host)}:{self.port}/?token={self.token}"

    @property
    def is_loopback(self) -> bool:
        """Whether only programs on this machine reach it."""
        return is_loopback(self.host)

    def admits(self, token: str) -> bool:
        """Whether a token is the one."""
        return hmac.compare_digest(token.encode(errors="replace"), self.token.encode())

    def is_ours(self, address: str) -> bool:
        """Whether a browser may know us by an address; another name for us could be anyone's."""
        names = ("127.0.0.1", "localhost", "[::1]", _in_url(self.host))
        return not self.is_loopback or address in {f"{name}:{self.port}" for name in names}


def open_door(host: str, port: int) -> Door:
    """Begin to listen.

    Args:
        host: the address to listen at.
        port: the port; 0 is any that is free.

    Raises:
        OSError: it cannot be had.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, *_, address = found[0]
    listening = socket.create_server(address[:2], family=family)
    return Door(listening, host, secrets.token_urlsafe(24))


def serve(door: Door, command: str, tell: Callable[[], None]) -> None:
    """Serve until interrupted.

    Args:
        door: where, and to whom.
        command: what a shell runs for every tab.
        tell: called once it serves, and can be interrupted.
    """
    web.run_app(
        application(door, command), sock=door.listening, access_log=None, print=lambda _: tell()
    )


def application(door: Door, command: str) -> web.Application:
    """Return what answers browsers."""
    server = Server(command, title="Session Workbench")
    app = web.Application(middlewares=[_guard(door)])
    aiohttp_jinja2.setup(app, loader=jinja2.FileSystemLoader(server.templates_path))

    async def page(request: web.Request) -> web.StreamResponse:
        """The page, with addresses as the browser knows us."""
        here = Server(command, title=server.title, public_url=_origin(request))
        shown: web.StreamResponse = await here.handle_index(request)
        return shown

    tabs: set[asyncio.Task[web.StreamResponse]] = set()

    async def tab(request: web.Request) -> web.StreamResponse:
        """A connection, and the program behind it, until either ends."""
        carrying: asyncio.Task[web.StreamResponse] = asyncio.ensure_future(
            server.handle_websocket(request)
        )
        tabs.add(carrying)
        carrying.add_done_callback(tabs.discard)
        return await carrying

    async def end_tabs(_: web.Application) -> None:
        """Let every program end by itself before we do."""
        ending = list(tabs)
        for task in ending:
            task.cancel()
        await asyncio.gather(*ending, return_exceptions=True)

    app.on_shutdown.append(end_tabs)
    app.add_routes(
        [
            web.get("/", page, name="index"),
            web.get("/ws", tab, name="websocket"),
            web.static("/static", server.statics_path, name="static"),
        ]
    )
    return app


def _guard(door: Door) -> Middleware:
    """Let in only those who have the token, and pages of ours."""
    cookie = f"{_COOKIE}-{door.port}"  # cookies are kept by host, whatever the port

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not door.is_ours(request.host):
            raise web.HTTPForbidden(text="This is not an address of the workbench.")
        if request.path == "/" and door.admits(request.query.get("token", "")):
            known = web.HTTPFound("/", headers=_ALWAYS)
            known.set_cookie(cookie, door.token, httponly=True, samesite="Lax", path="/")
            raise known
        if not door.admits(request.cookies.get(cookie, "")):
            raise web.HTTPForbidden(text="Open the link that `workbench serve` has printed.")
        if request.path == "/ws":
            if request.headers.get("Origin") != _origin(request):
                raise web.HTTPForbidden(text="Another page may not open the workbench.")
            return await handler(request)
        response = await handler(request)
        response.headers.update(_ALWAYS)
        websocket = _origin(request).replace("http", "ws", 1)
        response.headers["Content-Security-Policy"] = _POLICY.format(websocket=websocket)
        return response

    return guard


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own, which no other reaches."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _origin(request: web.Request) -> str:
    return f"{request.scheme}://{request.host}"


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
