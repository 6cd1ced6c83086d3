"""What all tests share: a cache of their own, kept for the whole run."""

import pytest
from hypothesis import settings

# A busy machine is no reason to fail: what an example says counts, not how long it took.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_run(tmp_path_factory):
    """Keep prepared fonts and templates apart from the user's own cache."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.getbasetemp().parent / "printkit-cache"
        patch.setenv("PRINTKIT_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def storeroom(cache_of_the_run):
    """Give the storeroom of the run, with its prepared fonts."""
    from printkit.cache import Cache
    from printkit.storeroom import Storeroom

    return Storeroom(Cache(cache_of_the_run))
