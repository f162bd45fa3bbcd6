"""The playground: a local page on which documents are checked as they are typed, and everything follows.

It runs on this machine alone, keeps nothing, and asks nothing of any other. Needs the extra ``serve`` (starlette,
uvicorn).
"""

from gclink.playground._app import make_app
from gclink.playground._limits import PlaygroundLimits

__all__ = ["PlaygroundLimits", "make_app"]
