"""Pictures become image objects as their files already hold them (ISO 32000-1, 7.4.4 and 7.4.8)."""

from collections.abc import Iterator

from printkit.export.page.objects import stream
from printkit.model.picture import Pixels


def image(name: int, pixels: Pixels) -> bytes:
    """Give a picture as an object.

    A JPEG's own bytes are the stream (filter DCTDecode); of a PNG it is the content of its IDAT
    chunks (filter FlateDecode with PNG's predictors).
    """
    data, filter_ = pixels.data, b"/Filter/DCTDecode"
    if pixels.format == "PNG":
        data = b"".join(_png_content(data))
        filter_ = (
            b"/Filter/FlateDecode"
            b"/DecodeParms<</Predictor 15/Colors 3/BitsPerComponent 8/Columns %d>>" % pixels.width
        )
    entries = (
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8"
        % (pixels.width, pixels.height)
    )
    return stream(name, entries + filter_, data)


def _png_content(data: bytes) -> Iterator[bytes]:
    """Give the content of a PNG's IDAT chunks (PNG specification, 5.3 and 11.2.4)."""
    at = 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] == b"IDAT":
            yield data[at + 8 : at + 8 + length]
        at += length + 12
