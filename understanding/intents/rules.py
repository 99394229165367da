"""What the intent must be, whatever was learned: bare answers, what-ifs, plain facts."""

from __future__ import annotations

from collections.abc import Sequence

from understanding.changes import mends, retold, supposes
from understanding.deeds import deeds_told
from understanding.fields.answers import is_unsure, yes_or_no
from understanding.message import Draft, Message
from understanding.safety import danger_in, idiom_in

Ranked = list[tuple[str, float]]

ASKING = frozenset(
    {"ask_pay", "ask_cost", "ask_requirements", "ask_eligibility", "ask_apply", "ask_ladder",
     "ask_support", "compare"}
)  # fmt: skip
KEPT = ASKING | {"crisis", "delete_my_data", "restart", "save_plan", "talk_to_person", "what_if"}
WEAK = frozenset({"inform", "find_programs", "out_of_scope", "help", "affirm", "greet"})
ANSWERS = frozenset({"affirm", "deny", "dont_know", "inform"})
SURE, LIKELY, DOUBTFUL = 0.97, 0.85, 0.5
SURE_OF_DANGER = 0.8
SURE_OF_ASKING = 0.95  # of a question that an "if" opens
FAINT, FAIR = 0.2, 0.4  # share of a what-if that an "if" makes one of: at the start, and later
OPENING = 2  # words before a "no wait" that takes back what was said before, not just now
SOCIAL = frozenset({"greet", "goodbye", "thank", "bot_challenge", "help"})
SURE_OF_MORE = 0.7
ONE_VALUE = ("age", "education", "location", "gpa")
SLASHES = ("/", "\u2215")  # the second is what the bot makes of the first
TOLD = frozenset({"find_programs", "inform", "out_of_scope"})
STATING = frozenset({"correct", "find_programs", "inform"})
ASKS = frozenset(
    {"find", "show", "give", "any", "something", "anything", "got", "you", "have", "what", "how"}
    | {"sign", "apply", "help", "programs", "algo", "que", "hay", "busco", "looking", "maybe"}
)  # first words of cues that ask for work without telling a liking
OWN = frozenset({"i", "am"})
MOST_OF_IT = 0.4
BARE = 4  # words up to which an answer stands alone


def settled(draft: Draft, ranked: Ranked) -> Ranked:
    """Apply the first rule that fits; the learned order stays for the rest."""
    ranked = _without_false_alarm(draft, ranked)
    ranked = _without_false_correction(draft, ranked)
    ranked = _without_false_supposing(draft, ranked)
    for rule in RULES:
        found = rule(draft, ranked)
        if found is not None:
            return _first(ranked, *found)
    return ranked


def tells_of_someone(ranked: Sequence[tuple[str, float]]) -> bool:
    """ "The weather in Reno" names a place and says nothing of where the writer lives."""
    top, confidence = ranked[0] if ranked else ("", 0.0)
    return top != "out_of_scope" or confidence < DOUBTFUL


def _without_false_alarm(draft: Draft, ranked: Ranked) -> Ranked:
    """Danger is told by its own words before this; a guess at it must be a sure one."""
    alarm = dict(ranked).get("crisis", 0.0)
    if not alarm or (alarm >= SURE_OF_DANGER and not idiom_in(draft.message.text)):
        return ranked
    return _without(ranked, "crisis")


def _without_false_correction(draft: Draft, ranked: Ranked) -> Ranked:
    """Only what says so, or what unsays something known, takes anything back."""
    if mends(draft.message) or _takes_back(draft) or _unsays(draft):
        return ranked
    return _without(ranked, "correct")


def _without_false_supposing(draft: Draft, ranked: Ranked) -> Ranked:
    """ "Sí, y terminé la prepa" answers what was asked: its "si" supposes nothing."""
    answers = draft.message.context.awaiting and yes_or_no(draft.message) is not None
    if not answers or supposes(draft.message):
        return ranked
    return _without(ranked, "what_if")


def _without(ranked: Ranked, intent: str) -> Ranked:
    rest = [(name, share) for name, share in ranked if name != intent]
    total = sum(share for _, share in rest) or 1.0
    return [(name, share / total) for name, share in rest]


def _takes_back(draft: Draft) -> bool:
    return any(span.op in ("forget", "remove") for span in draft.spans)


def _unsays(draft: Draft) -> bool:
    """Tell whether the message says otherwise of something the profile knows."""
    known = draft.message.context.profile
    return any(
        known.get(span.field) not in (None, span.value) and any(_parts(known[span.field]))
        for span in draft.spans
        if span.field in ONE_VALUE
    )


def _parts(value: object) -> list[object]:
    return list(value.values()) if isinstance(value, dict) else [value]


def _first(ranked: Ranked, intent: str, confidence: float) -> Ranked:
    rest = _without(ranked, intent)
    return [(intent, confidence), *((name, share * (1.0 - confidence)) for name, share in rest)]


def _danger(draft: Draft, ranked: Ranked) -> tuple[str, float] | None:
    """Danger is told by its own words, not learned: the same ones the edge answers by."""
    return ("crisis", SURE) if danger_in(draft.message.text) else None


def _command(draft: Draft, ranked: Ranked) -> tuple[str, float] | None:
    """A typed command ("/restart") is no wish; what else is said with it still counts."""
    if draft.message.text.lstrip()[:1] not in SLASHES:
        return None
    return ("inform", LIKELY) if draft.spans else ("out_of_scope", SURE)


def _bare_answer(draft: Draft, ranked: Ranked) -> tuple[str, float] | None:
    """ "yes", "nope", "idk" are what they are, above all when something was asked."""
    message = draft.message
    if is_unsure(message) and not draft.spans and _is_all(draft, ranked, "dont_know"):
        return "dont_know", SURE
    answer = yes_or_no(message)
    if (
        answer is None
        or _tells_what_was_asked(draft)
        or not _is_all(draft, ranked, "yes" if answer else "no")
    ):
        return None
    turned = answer and any("neg" in message.marks("cues", at) for at in _rest_of(message, "yes"))
    return ("affirm" if answer and not turned else "deny"), SURE


def _is_all(draft: Draft, ranked: Ranked, concept: str) -> bool:
    """The message is the answer and, where something was asked, a few words of no other sense."""
    message = draft.message
    rest = _rest_of(message, concept)
    other = [span for span in draft.spans if not _is_asked(message, span.field)]
    if message.context.awaiting is None:
        return not rest and not other
    top, confidence = ranked[0] if ranked else ("", 0.0)
    says_else = bool(rest) and top not in ANSWERS and confidence > SURE_OF_MORE
    return len(rest) <= BARE and not other and not message.questions and not says_else


def _rest_of(message: Message, concept: str) -> list[int]:
    """List the words beside the answer's own."""
    own = {at for hit in message.of("answers", concept) for at in range(hit.first, hit.last)}
    return [at for at, word in enumerate(message.words) if word.text.isalnum() and at not in own]


def _tells_what_was_asked(draft: Draft) -> bool:
    """ "No hs" answers the question about school in full; a fact's own yes or no does not."""
    asked = [span for span in draft.spans if _is_asked(draft.message, span.field)]
    return any(not span.field.startswith("facts.") for span in asked)


def _is_asked(message: Message, field: str) -> bool:
    awaiting = message.context.awaiting
    return awaiting is not None and awaiting.name == field


def _what_if(draft: Draft, ranked: Ranked) -> tuple[str, float] | None:
    """Something supposed is tried out, unless it ends a question ("can i apply if …")."""
    if not supposes(draft.message) or not draft.spans:
        return None
    opens = any(hit.first <= 1 for hit in draft.message.of("changes", "what_if"))
    top, confidence = ranked[0] if ranked else ("", 0.0)
    if top in ASKING and confidence > (SURE_OF_ASKING if opens else SURE_OF_MORE):
        return None
    learned = dict(ranked).get("what_if", 1.0)  # weights that never saw one say nothing of it
    return ("what_if", LIKELY) if learned > (FAINT if opens else FAIR) else None


def _correction(draft: Draft, ranked: Ranked) -> tuple[str, float] | None:
    asks = ranked and ranked[0][0] in KEPT and ranked[0][1] > DOUBTFUL
    if asks:
        return None
    if any(span.op == "forget" for span in draft.spans):
        return "delete_my_data", SURE
    if _takes_back(draft):
        return "correct", SURE
    opens = any(hit.first <= OPENING for hit in draft.message.of("changes", "correct"))
    opens = opens or bool(retold(draft.message))
    unsaid = mends(draft.message) and _unsays(draft)
    return ("correct", LIKELY) if draft.spans and (opens or unsaid) else None


def _pay_is_owed(draft: Draft, ranked: Ranked) -> tuple[str, float] | None:
    """ "My boss owes me three weeks": told, it asks for help all the same."""
    if ranked and ranked[0][0] not in TOLD:
        return None
    return ("ask_support", LIKELY) if draft.message.of("owed") else None


def _answer_in_full(draft: Draft, ranked: Ranked) -> tuple[str, float] | None:
    """What was asked for was said: inform, unless a question came with it."""
    awaiting = draft.message.context.awaiting
    if awaiting is None or awaiting.kind not in ("field", "choice") or draft.message.questions:
        return None
    said = any(span.field.startswith(awaiting.name or " ") for span in draft.spans)
    return ("inform", SURE) if said else None


def _program_named(draft: Draft, ranked: Ranked) -> tuple[str, float] | None:
    """A program named and nothing else clear: tell about it."""
    if not draft.message.context.mentioned or draft.spans:
        return None
    top, confidence = ranked[0] if ranked else ("", 0.0)
    weak = top in WEAK or confidence < DOUBTFUL
    return ("ask_requirements", LIKELY) if weak else None


def _plain_facts(draft: Draft, ranked: Ranked) -> tuple[str, float] | None:
    """Facts and no question: inform, when what was learned is unsure or off."""
    asks = draft.message.questions and not _says_no_more(draft)
    if not (draft.spans or draft.doubts) or asks:
        return None
    top, confidence = ranked[0] if ranked else ("", 0.0)
    if top in KEPT and confidence > DOUBTFUL:
        return None
    if top in SOCIAL and confidence > SURE_OF_MORE and not _mostly_facts(draft):
        return None
    elsewhere = top == "out_of_scope" and not (_mostly_facts(draft) or _tells_of_liking(draft))
    if confidence > DOUBTFUL and (top in STATING or elsewhere):
        return None
    return "inform", LIKELY


def _mostly_facts(draft: Draft) -> bool:
    """ "Flights to Miami" names a place, and is still about something else."""
    message = draft.message
    said = {at for span in draft.spans for at in message.within(span)}
    return len(said) >= MOST_OF_IT * len(message.words)


def _says_no_more(draft: Draft) -> bool:
    """ "Trucking??" is a wish with a question mark."""
    message = draft.message
    said = {at for span in draft.spans for at in message.within(span)}
    return all(at in said for at, word in enumerate(message.words) if word.text.isalnum())


def _tells_of_liking(draft: Draft) -> bool:
    """ "I play video games all day" is a pastime told, not a request for games."""
    message = draft.message
    told = [span for span in draft.spans if span.field.startswith("interests")]
    sentences = {message.sentence[message.within(span).start] for span in told}
    asks = message.questions or message.of("cues", "question_need")
    if told and deeds_told(message) and not asks:
        return True
    return any(_is_own(message, one) or _is_felt(message, one) for one in sentences)


def _is_felt(message: Message, sentence: int) -> bool:
    """ "Hate math": a liking or dislike told; "find me a studio" only asks."""
    return any(
        message.sentence[hit.first] == sentence and message.word(hit.first) not in ASKS
        for hit in message.of("cues", "like", "dislike", "dislike_after")
    )


def _is_own(message: Message, sentence: int) -> bool:
    """The writer speaks of himself there; "write me ..." only asks."""
    return any(
        message.sentence[hit.first] == sentence
        and (message.language != "en" or message.word(hit.first) in OWN)
        for hit in message.of("people", "as_self")
    )


def _unlearned(draft: Draft, ranked: Ranked) -> tuple[str, float] | None:
    """Without weights the vocabulary's own phrases have to do."""
    if ranked:
        return None
    phrases = draft.message.of("intents")
    if phrases:
        longest = max(phrases, key=lambda hit: hit.last - hit.first)
        return longest.concept, LIKELY
    return ("inform", LIKELY) if draft.spans else ("out_of_scope", DOUBTFUL)


RULES = (
    _danger,
    _command,
    _bare_answer,
    _what_if,
    _correction,
    _answer_in_full,
    _pay_is_owed,
    _program_named,
    _plain_facts,
    _unlearned,
)
