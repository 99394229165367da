"""What a submitted form of the page says, and the talk's answer to it. Renders nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.datastructures import FormData

import locales
from conversations.masking import masked
from conversations.said import Said, UnknownSession
from understanding.safety import danger_in
from web.chat import editing, pressing
from web.chat.safety import safety_answer
from web.chat.schemas import MAX_MESSAGE, readable
from web.chat.services import Services

ID_LENGTH = 128
GLIMPSE = 120  # characters of a refused message that the page shows back; the draft holds it whole
Json = dict[str, Any]


@dataclass(frozen=True)
class Submitted:
    """A form as it came: fields, the talk it belongs to, the language of its page."""

    form: FormData
    session: str | None
    language: str
    keep: bool = True  # False: the address sends too much; only danger is still answered

    def field(self, name: str) -> str:
        """Return a text field, empty when it was not sent."""
        value = self.form.get(name)
        return value if isinstance(value, str) else ""

    @property
    def text(self) -> str:
        """The message, without what no person types."""
        return readable(self.field("message"))

    def said(self, text: str) -> Said:
        """Return it as what a talk takes."""
        choice = self.field("choice")[:ID_LENGTH] or None
        message_id = self.field("message_id")[:ID_LENGTH] or None
        return Said(self.session, message_id, text, choice, self.language)


def answered(services: Services, sent: Submitted) -> tuple[Json, str] | None:
    """Answer what a form says, with the words that stand for it; None when it says nothing."""
    press = _press(services, sent)
    if press is not None:
        label, meaning = press
        return services.talk.press(sent.said(label), meaning), label
    said = sent.said(sent.text)
    if said.choice:
        label = services.talk.ledger.meaning_of(sent.session or "", said.choice)[0]
        return services.talk.take(said), label
    if not said.text:
        return None
    rescue = safety_answer(services.talk, said, keep=sent.keep)
    if rescue is not None:
        return rescue, masked(said.text[:MAX_MESSAGE])
    if len(said.text) > MAX_MESSAGE:
        return too_long(sent), f"{said.text[:GLIMPSE]}…"
    return services.talk.take(said), masked(said.text)


def speaks_of_danger(sent: Submitted) -> bool:
    """Tell whether a form holds a message that must be answered whatever the limits."""
    return danger_in(sent.text) is not None


def _press(services: Services, sent: Submitted) -> pressing.Press | None:
    if sent.field("compare"):
        return pressing.compared(sent.form.getlist("pick"), sent.language)
    if not sent.field("edit"):
        fields = {name: sent.field(name) for name in pressing.READINGS}
        if fields.get("confirm"):
            services.known_requirement(fields["confirm"].rpartition(" ")[0])
        return pressing.meaning_of(fields, sent.language)
    try:
        before = services.talk.read(sent.session or "")["profile"]
    except UnknownSession:  # nothing is known of anyone, so there was nothing to mend
        return None
    delta = editing.edited(sent.form, before)
    return pressing.edit(delta, sent.language) if delta else None


def too_long(sent: Submitted) -> Json:
    """Refuse kindly what is longer than anyone should have to write; nothing of it is kept."""
    text = locales.say("shared.too_long", sent.language, {"count": MAX_MESSAGE})
    return {
        "messages": [{"type": "text", "text": text}],
        "quick_replies": [],
        "language": sent.language,
        "unkept": True,
    }


def again(sent: Submitted, answer: Json) -> Json:
    """Return the fields that send the same once more, under the same id, so that it counts once."""
    fields = {name: value for name, value in sent.form.items() if isinstance(value, str)}
    return {**fields, "message_id": answer["message_id"]}
