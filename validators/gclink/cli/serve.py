"""``gclink serve``: the playground on this machine."""

from __future__ import annotations

import sys

import click

from gclink._text import Language
from gclink.cli._common import language_option
from gclink.errors import GclinkError, Text


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on · 监听地址")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8321, show_default=True, help="Port; 0: a free one · 端口"
)
@click.option("--open/--no-open", "opened", default=False, help="Open the page in the browser · 在浏览器中打开")
@language_option
def command(host: str, port: int, opened: bool, language: Language) -> int:
    """Open a local page on which documents are checked as you type, converted, summed up and drawn.

    \b
    打开本机页面：边输入边核对文档，并可转换、逐行列示合计、绘制关联与标章。
    """
    try:
        import uvicorn

        from gclink.playground import make_app
        from gclink.playground._app import LOCAL
    except ImportError as error:
        raise GclinkError(
            "extra_missing",
            Text(f"the playground needs the package {error.name}", f"演练页面需要软件包 {error.name}"),
            Text("pip install 'gclink[serve]'", "pip install 'gclink[serve]'"),
        ) from error
    import socket

    hosts = LOCAL if host in ("127.0.0.1", "localhost", "::1") else ("*",)
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
        except OSError as error:
            raise GclinkError(
                "not_listening",
                Text(f"{host}:{port} cannot be used: {error.strerror}", f"无法使用 {host}:{port}：{error.strerror}"),
                Text("choose another with --port", "请用 --port 另选端口"),
            ) from error
        address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
        sys.stderr.write(f"{address}?lang={language}\n")
        sys.stderr.flush()
        if opened:
            import webbrowser

            webbrowser.open(f"{address}?lang={language}")
        server = uvicorn.Server(uvicorn.Config(make_app(hosts), log_level="warning", access_log=False))
        server.run(sockets=[listening])
    return 0
