"""Keeps Rasa from logging what people say and from calling home. Import before Rasa."""

from __future__ import annotations

import logging
import os
import sys

import structlog

from bot import tensorflow_hook


def prepare(leave_out: tuple[str, ...] = ()) -> None:
    """Set up the process before Rasa is imported: no telemetry, no TensorFlow, little log."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["LOG_LEVEL"] = "ERROR"  # Rasa's own switch; it also hides its progress bars
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")  # old SQLAlchemy, for good
    tensorflow_hook.install((*tensorflow_hook.TENSORFLOW, *leave_out))
    form = "%(levelname)s %(name)s %(message)s"
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format=form)
    logging.captureWarnings(True)  # of old packages about one another; nobody here can act on them
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    logging.getLogger("rasa").setLevel(logging.CRITICAL)  # its errors carry what was said
    # Unset, structlog prints everything, and Rasa hands it every message.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
