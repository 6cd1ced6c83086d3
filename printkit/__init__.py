"""printkit: a weekly bulletin of prayer requests becomes a one-page insert and a matching deck."""

__version__ = "0.1.0"
