"""What an editor shows of a YAML file: yaml-language-server, as VS Code and others run it, asked for one file.

Lines and columns count from 1, as ours do. The editor speaks Chinese and has no network.
"""

import json
import shutil
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from judges import JUDGES, missing

_SERVER = JUDGES / "editor" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
_SECONDS = 120
_SETTINGS = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}},
    "http": {"proxy": "", "proxyStrictSSL": False},
}
Place = tuple[int, int]


@dataclass(frozen=True)
class Shown:
    """What stands underlined, as `line:column message`; what is offered at each place, its label and its gloss; what
    is told of each."""

    underlined: list[str]
    offered: list[dict[str, str]]
    told: list[str]


def shown_in_an_editor(file: Path, offers_at: Sequence[Place] = (), tells_at: Sequence[Place] = ()) -> Shown:
    """Return what an editor shows of the file."""
    node = shutil.which("node")
    if node is None or not _SERVER.is_file():
        missing("yaml-language-server")
    command = [node, str(_SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        too_long = threading.Timer(_SECONDS, process.kill)
        too_long.start()
        try:
            return _ask(_Server(process), file, offers_at, tells_at)
        finally:
            too_long.cancel()
            process.kill()


def _ask(server: "_Server", file: Path, offers_at: Sequence[Place], tells_at: Sequence[Place]) -> Shown:
    uri = file.resolve().as_uri()
    text = {"uri": uri, "languageId": "yaml", "version": 1, "text": file.read_text(encoding="utf-8")}
    server.ask("initialize", {"processId": None, "rootUri": None, "locale": "zh-cn", "capabilities": _CAPABILITIES})
    server.tell("initialized", {})
    server.wait_for("workspace/configuration")
    server.tell("textDocument/didOpen", {"textDocument": text})
    problems = server.wait_for("textDocument/publishDiagnostics")["diagnostics"]
    offers = [server.ask("textDocument/completion", _at(uri, place)) for place in offers_at]
    told = [server.ask("textDocument/hover", _at(uri, place)) for place in tells_at]
    return Shown(
        sorted(_problem(problem) for problem in problems),
        [{item["label"]: item.get("documentation", "") for item in offer["items"]} for offer in offers],
        [said["contents"]["value"] if said else "" for said in told],
    )


_CAPABILITIES = {"workspace": {"configuration": True}, "textDocument": {"completion": {}, "hover": {}}}


def _at(uri: str, place: Place) -> dict[str, Any]:
    line, column = place
    return {"textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}}


def _problem(problem: dict[str, Any]) -> str:
    start = problem["range"]["start"]
    return f"{start['line'] + 1}:{start['character'] + 1} {problem['message']}"


class _Server:
    """The other end of the Language Server Protocol."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin
        assert process.stdout
        self._to, self._from, self._asked = process.stdin, process.stdout, 0

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        return self._read_until(lambda message: "method" not in message and message.get("id") == self._asked)["result"]

    def wait_for(self, method: str) -> Any:
        return self._read_until(lambda message: message.get("method") == method)["params"]

    def _read_until(self, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Return the first message of a kind; what the server asks meanwhile is answered."""
        while True:
            message = self._read()
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": _answer(message)})
            if is_it(message):
                return message

    def _read(self) -> dict[str, Any]:
        length = 0
        while header := self._from.readline().strip():
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
        assert length, "yaml-language-server has ended, or took too long"
        message: dict[str, Any] = json.loads(self._from.read(length))
        return message

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._to.flush()


def _answer(message: dict[str, Any]) -> Any:
    if message["method"] != "workspace/configuration":
        return None
    return [_SETTINGS.get(item.get("section", ""), {}) for item in message["params"]["items"]]
