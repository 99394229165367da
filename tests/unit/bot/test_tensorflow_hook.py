"""TensorFlow may be imported, named and subclassed, and says so when something computes with it."""

from __future__ import annotations

import importlib
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

import pytest

from bot import tensorflow_hook
from bot.tensorflow_hook import SERVICES, TENSORFLOW, LeftOut


def _ours(name: str) -> bool:
    return name.partition(".")[0].partition("_")[0] in (*TENSORFLOW, "madeup")


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    tensorflow_hook.install()
    yield
    for name in filter(_ours, list(sys.modules)):
        del sys.modules[name]


@pytest.mark.parametrize(
    "name",
    [
        "tensorflow",
        "tensorflow.keras.callbacks",
        "tensorflow.python.types.core",
        "tensorflow_addons",
        "tensorflow_hub.module_v2",
        "tensorflow_text",
        "keras.utils.control_flow_util",
    ],
)
def test_every_module_of_the_family_can_be_imported(name: str) -> None:
    assert importlib.import_module(name).__name__ == name


@pytest.mark.parametrize("name", ["tensor", "keratin", "tensorflow2", "no_such_module_at_all"])
def test_modules_of_other_names_are_left_alone(name: str) -> None:
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module(name)


def test_installing_twice_installs_once() -> None:
    before = list(sys.meta_path)
    tensorflow_hook.install()
    assert sys.meta_path == before


def test_other_packages_can_be_left_out_too() -> None:
    tensorflow_hook.install(("tensorflow", "madeup"))
    made_up: Any = importlib.import_module("madeup_sdk.web.client")
    with pytest.raises(LeftOut, match=r"madeup_sdk\.web\.client\.Client is left out"):
        made_up.Client(token="t")


def test_nothing_is_left_out_that_this_bot_works_with() -> None:
    needed = {"rasa", "sanic", "aiohttp", "numpy", "scipy", "spacy", "thinc", "rapidfuzz", "yaml"}
    assert not needed & set(SERVICES)


def test_a_class_can_be_subclassed_even_beside_an_abstract_one() -> None:
    tf: Any = importlib.import_module("tensorflow")

    class Abstract(ABC):
        @abstractmethod
        def call(self) -> None: ...

    class Layer(tf.keras.layers.Layer, Abstract):
        def call(self) -> None: ...

    assert issubclass(Layer, Abstract)


def test_the_same_name_is_the_same_class() -> None:
    tf: Any = importlib.import_module("tensorflow")
    assert tf.Tensor is tf.Tensor
    assert importlib.import_module("tensorflow").Tensor is tf.Tensor


def test_a_decorated_function_stays_itself() -> None:
    tf: Any = importlib.import_module("tensorflow")

    @tf.function
    def double(number: int) -> int:
        return number * 2

    assert double(2) == 4


def test_annotations_may_take_parameters() -> None:
    tf: Any = importlib.import_module("tensorflow")

    def takes(batch: tf.Tensor[tf.float32]) -> tf.data.Dataset | None: ...

    assert takes.__name__ == "takes"


@pytest.mark.parametrize(
    "use",
    [
        pytest.param(lambda tf: tf.constant(1), id="a function is called"),
        pytest.param(lambda tf: tf.keras.Model(), id="a class is made"),
        pytest.param(lambda tf: type("Mine", (tf.keras.Model,), {})(), id="a subclass is made"),
        pytest.param(lambda tf: tf.random.set_seed(seed=1), id="a seed is set"),
    ],
)
def test_using_it_says_what_is_left_out(use: Any) -> None:
    tf = importlib.import_module("tensorflow")
    with pytest.raises(LeftOut, match=r"(tensorflow|Mine).* is left out"):
        use(tf)


def test_settings_of_threads_and_devices_pass() -> None:
    config: Any = importlib.import_module("tensorflow").config
    config.threading.set_intra_op_parallelism_threads(1)
    config.threading.set_inter_op_parallelism_threads(1)
    assert config.list_physical_devices("GPU") == []
