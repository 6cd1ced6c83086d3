"""The garbage collector pauses where it would find nothing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Let nobody look for cycles meanwhile, where somebody did before.

    An edition makes many small objects and hardly a cycle; a collector would go through all that
    the storeroom holds, again and again.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
