"""What the tests of the page share."""

import pytest
from export.page.page_documents import Press


@pytest.fixture(scope="session")
def press(storeroom):
    """Give what shapes and writes documents."""
    return Press(storeroom)
