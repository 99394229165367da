"""Ways to learn intents, side by side: trained on our examples, read on the dev messages.

`.venv-bot/bin/python -m bench.intents` (the bot's environment has scikit-learn and spaCy). DIET
stands in `bench.understanding`. Accuracy counts an intent that the message carries, as
`pathways eval` does.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import spacy
import yaml
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC
from spacy.training import Example

from bench.measuring import kept, machine
from evaluation.annotations import messages_in
from understanding import intents
from understanding.reader import Reader

CHECKOUT = Path(__file__).resolve().parents[1]
Pairs = Sequence[tuple[str, str]]
Guess = Callable[[str], str]
ROUNDS = 8  # over the examples, of spaCy's training


def examples() -> Pairs:
    """Read every example of `data/nlu`."""
    blocks = (
        block
        for path in sorted((CHECKOUT / "data" / "nlu").rglob("*.yml"))
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
    )
    return [
        (line[2:], block["intent"])
        for block in blocks
        for line in block["examples"].splitlines()
        if line.strip()
    ]


def own(pairs: Pairs) -> Guess:
    """Our component: masked words, pairs and letters, a sparse softmax of our own, then rules."""
    reader = Reader.load(weights=intents.train(pairs))
    return lambda text: reader.read(text).intent


def own_without_rules(pairs: Pairs) -> Guess:
    """The same, without the rules that settle an intent after it is learned."""
    weights = intents.train(pairs)
    reader = Reader.load()
    return lambda text: weights.confidences(reader.features(text))[0][0]


def counted(pairs: Pairs) -> Guess:
    """scikit-learn: words and letters counted, logistic regression (what a lean Rasa uses)."""
    return _fitted(pairs, CountVectorizer, LogisticRegression(max_iter=1000))


def weighed(pairs: Pairs) -> Guess:
    """scikit-learn: the same by TF-IDF, a linear support vector machine."""
    return _fitted(pairs, TfidfVectorizer, LinearSVC())


def _fitted(pairs: Pairs, vectorizer: Any, classifier: Any) -> Guess:
    letters = vectorizer(analyzer="char_wb", ngram_range=(1, 4))
    model = make_pipeline(make_union(vectorizer(ngram_range=(1, 2)), letters), classifier)
    model.fit([text for text, _ in pairs], [intent for _, intent in pairs])
    return lambda text: str(model.predict([text])[0])


def textcat(pairs: Pairs) -> Guess:
    """spaCy's bag-of-words text categoriser, trained here from nothing."""
    nlp = spacy.blank("xx")
    model = {"@architectures": "spacy.TextCatBOW.v3", "exclusive_classes": True,
             "ngram_size": 2, "no_output_layer": False}  # fmt: skip
    category = nlp.add_pipe("textcat", config={"model": model})
    names = sorted({intent for _, intent in pairs})
    for name in names:
        category.add_label(name)
    told = [
        Example.from_dict(nlp.make_doc(text), {"cats": {name: name == intent for name in names}})
        for text, intent in pairs
    ]
    optimizer = nlp.initialize(lambda: told[:200])
    order = random.Random(20)
    for _ in range(ROUNDS):
        order.shuffle(told)
        for batch in spacy.util.minibatch(told, 64):
            nlp.update(batch, sgd=optimizer)
    return lambda text: max(nlp(text).cats.items(), key=lambda one: one[1])[0]


WAYS = {
    "own component": own,
    "own component, learned part alone": own_without_rules,
    "scikit-learn: counts, logistic regression": counted,
    "scikit-learn: TF-IDF, linear SVM": weighed,
    "spaCy textcat (bag of words)": textcat,
}


def measured(
    way: Callable[[Pairs], Guess], pairs: Pairs, messages: Sequence[Any]
) -> dict[str, Any]:
    """Train one way and read all messages with it."""
    begun = time.perf_counter()
    guess = way(pairs)
    trained = time.perf_counter()
    right = sum(guess(one.text) in one.intents for one in messages)
    read_s = time.perf_counter() - trained
    return {
        "accuracy": round(right / len(messages), 4),
        "train_s": round(trained - begun, 1),
        "ms_a_message": round(read_s / len(messages) * 1000, 2),
    }


def main() -> None:
    """Measure all ways in one run."""
    pairs, messages = (
        examples(),
        messages_in(CHECKOUT / "tests" / "evaluation" / "messages" / "dev"),
    )
    table = {name: measured(way, pairs, messages) for name, way in WAYS.items()}
    about = {"machine": machine(), "examples": len(pairs), "messages": len(messages)}
    kept("intents", {"measured_on": time.strftime("%Y-%m-%d"), **about, "ways": table})


if __name__ == "__main__":
    main()
