"""Keeps Rasa from logging what people say and from calling home. Import before Rasa."""

from __future__ import annotations

import logging
import os
import sys
import warnings

import structlog

from bot import tensorflow_hook

_KNOWN = (
    ".*Slot auto-fill has been removed",  # said of every domain that has a slot
    ".*'RulePolicy' is not included",  # ours is a RulePolicy by another name, on purpose
)


def prepare(level: int = logging.WARNING) -> None:
    """Set up the process before Rasa is imported: no telemetry, no TensorFlow, little log."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["LOG_LEVEL"] = "ERROR"  # Rasa's own switch; it also hides its progress bars
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")  # old SQLAlchemy, for good
    tensorflow_hook.install()
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    for known in _KNOWN:
        warnings.filterwarnings("ignore", message=known)
    logging.basicConfig(stream=sys.stderr, level=level, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("rasa").setLevel(logging.CRITICAL)  # its errors carry what was said
    # Unset, structlog prints everything, and Rasa hands it every message.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
