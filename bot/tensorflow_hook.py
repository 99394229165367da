"""Answers imports of packages we leave out, TensorFlow first, with classes that fail when used."""

from __future__ import annotations

import sys
from abc import ABCMeta
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import FunctionType, ModuleType
from typing import Any

TENSORFLOW = ("tensorflow", "keras")
# Rasa imports these for channels, stores, brokers and plots of which this bot has none. To leave
# them out while serving halves the time and the memory that importing Rasa takes.
SERVICES = (
    *("aiogram", "fbmessenger", "mattermostwrapper", "rocketchat", "slack", "socketio", "engineio"),
    *("twilio", "webexteamssdk", "boto3", "botocore", "bson", "dns", "pymongo", "redis"),
    *("confluent", "pika", "apscheduler", "matplotlib", "prompt", "questionary", "sklearn"),
)


class LeftOut(RuntimeError):
    """Something tried to use a package that this assistant does without."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is left out of this assistant (bot/tensorflow_hook.py): "
            "take what needs it out of bot/config.yml"
        )


class _InertType(ABCMeta):
    """Makes classes one can name, subclass and decorate with, and nothing else."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _inert(f"{cls.__module__}.{cls.__qualname__}", name)

    def __getitem__(cls, _: Any) -> _InertType:
        return cls

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if _decorates(args, kwargs):
            return args[0]
        raise LeftOut(f"{cls.__module__}.{cls.__qualname__}")


def _decorates(args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    return len(args) == 1 and not kwargs and isinstance(args[0], (FunctionType, type))


def _inert(module: str, name: str) -> Any:
    return _InertType(name, (), {"__module__": module})


class _InertModule(ModuleType):
    """A module that has whatever name is asked of it."""

    __version__ = "0"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = _inert(self.__name__, name)
        setattr(self, name, made)  # the same name is the same class ever after
        return made


class _Parallelism:
    """`tensorflow.config` as Rasa's set-up meets it: settings with nothing to set."""

    @staticmethod
    def list_physical_devices(_: str | None = None) -> list[Any]:
        return []

    class threading:
        @staticmethod
        def set_inter_op_parallelism_threads(_: int) -> None: ...

        @staticmethod
        def set_intra_op_parallelism_threads(_: int) -> None: ...


class _InertFinder(MetaPathFinder, Loader):
    def __init__(self, families: tuple[str, ...]) -> None:
        self.families = families  # slack stands for slack_sdk and slackclient's slack, too

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0].partition("_")[0] not in self.families:
            return None
        return ModuleSpec(name, self, is_package=True)  # so that submodules come back here

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = _InertModule(spec.name)
        if spec.name == "tensorflow":
            vars(module)["config"] = _Parallelism
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run."""


def install(families: tuple[str, ...] = TENSORFLOW) -> None:
    """Stand in for these packages and their relatives from now on, unless that was done before."""
    known = (each.families for each in sys.meta_path if isinstance(each, _InertFinder))
    missing = set(families).difference(*known)
    if missing:
        sys.meta_path.insert(0, _InertFinder(tuple(sorted(missing))))
