"""Danger is recognised in both languages; sayings that only sound grave are not danger."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest

from understanding.danger_signs import NONE
from understanding.learn_danger import told_together
from understanding.safety import danger_in

CRISIS = [
    "I don't want to live anymore",
    "i want to kill myself",
    "thinking of ending my life tonight",
    "I'm suicidal",
    "I feel like there's no reason to live",
    "i cant keep going, id rather be dead",
    "everybody would be better off if i was gone",
    "I took a whole bottle of pills",
    "i have been cutting myself again",
    "nothing left to live for",
    "I just want to go to sleep and never wake up",
    "i wish i was never born",
    "lost my job and now i want to end it all",
    "im done with life",
    "I can't go on like this. I can't take it anymore",
    "i hate myself and want to die",
    "no one would care if i died",
    "i'm going to hurt myself",
    "i wanna d i e",
    "im gonna k1ll mys3lf",
    "kiiiill myself",
    "my client said she wants to hurt herself",
    "my son talks about suicide",
    "i have a gun to my head",
    "life is not worth living",
    "i feel so hopeless i want to disappear forever",
    "what is the point of living",
    "I dont want to be here anymore",
    "quiero morirme",
    "ya no quiero seguir viviendo",
    "me voy a matar",
    "pienso en suicidarme",
    "no quiero despertar mañana",
    "mi vida no tiene sentido",
    "nadie me extrañaría si me muero",
    "quiero acabar con mi vida",
    "me tomé todas las pastillas",
    "ya no aguanto más, quiero terminar con todo",
    "mi hija se corta los brazos",
    "estarían mejor sin mí",
    "tengo pensamientos suicidas",
]
ABUSE = [
    "my boyfriend hits me",
    "my husband choked me last night",
    "my stepfather molested me",
    "I was raped by my coworker",
    "he puts his hands on me when he drinks",
    "I'm in an abusive relationship and need to get out",
    "domestic violence",
    "I'm not safe at home",
    "my dad beats us with a belt",
    "my ex threatened to kill me",
    "i need a domestic violence shelter",
    "my uncle touches me",
    "mi marido me golpea",
    "mi novio me amenaza con matarme",
    "sufro violencia doméstica",
    "mi padrastro abusa de mí",
    "tengo miedo de volver a mi casa",
    "fui violada",
    "mi papá le pega a mi mamá y a mis hermanos",
]
TRAFFICKING = [
    "my boss took my passport",
    "they won't let me leave the house and i don't get paid",
    "I am being forced to have sex for money",
    "I think I'm being trafficked",
    "he makes me work for free and says he'll call ICE if i leave",
    "they keep all my money and lock us in at night",
    "my pimp will find me",
    "held against my will",
    "mi jefe me quitó los papeles",
    "me obligan a trabajar sin paga",
    "no me dejan salir del rancho",
    "me tienen encerrada",
    "trata de personas",
    "amenazan con llamar a la migra si renuncio",
]
HARMLESS = [
    "this job search is killing me",
    "I'd kill for a union job",
    "dying to get started",
    "my back is killing me",
    "this commute is killing me lol",
    "I'm dead tired after work",
    "my last job was a dead end",
    "my phone died",
    "I want to be a tool and die maker",
    "I burned myself cooking at work",
    "i hurt myself lifting boxes so no warehouse",
    "I beat myself up over dropping out",
    "can't live on this pay",
    "I can't go on working nights",
    "I don't want to live in this town anymore",
    "tired of living paycheck to paycheck",
    "no point in going to college",
    "I'm hopeless at math",
    "i got kicked out of my house",
    "my landlord kicked me out",
    "he kicked me out of class",
    "hit me up with a link",
    "shoot me an email",
    "what kills me is the schedule",
    "I want to work in suicide prevention",
    "I'd like to be a crisis counselor",
    "I want to help domestic violence survivors",
    "substance abuse counselor training",
    "my dad passed away last year",
    "i lost my passport, can i still apply",
    "do I need my passport",
    "my boss won't let me leave early",
    "I work for free as a volunteer",
    "unpaid internship",
    "stuck in retail",
    "I was laid off and feel lost",
    "I'm scared of needles",
    "killing time until school starts",
    "I crushed that interview, killed it",
    "cut my hours in half",
    "I cut hair on the side",
    "my hours got cut",
    "I'm giving up on college",
    "I'm done with fast food",
    "I hate my job",
    "I hate waking up at 5 for this job",
    "end my shift at 6",
    "want to end this chat",
    "I want to leave my job",
    "my old boss was abusive so i quit",
    "housing crisis here is bad",
    "what's the suicide rate of vets, i want to help them",
    "I can't do construction anymore, my knees are shot",
    "i can't stand it there anymore",
    "I fought fires for two years",
    "she beat me to the last spot",
    "I'd die of boredom in an office",
    "starving artist here",
    "I need to get out of my parents house",
    "how do i report unpaid wages",
    "are there jobs for ex offenders",
    "me muero de hambre",
    "me muero por empezar",
    "este trabajo me mata",
    "ya no aguanto mi trabajo",
    "me mato trabajando todo el día",
    "estoy muerto de cansancio",
    "no puedo vivir con este sueldo",
    "no quiero vivir lejos del trabajo",
    "me lastimé la espalda en el trabajo",
    "me corté el dedo cocinando",
    "quiero ayudar a víctimas de violencia",
    "perdí mi pasaporte",
    "mi jefe no me deja salir temprano",
    "me toca trabajar de noche",
    "quiero acabar la escuela",
    "se me murió el celular",
    "odio mi trabajo",
    "crisis de vivienda",
    "estoy harta de la limpieza",
]


@pytest.mark.parametrize(
    ("text", "kind"),
    [(text, "crisis") for text in CRISIS]
    + [(text, "abuse") for text in ABUSE]
    + [(text, "trafficking") for text in TRAFFICKING],
)
def test_danger_is_recognised(text, kind):
    danger = danger_in(text)
    assert danger is not None
    assert danger.kind == kind


@pytest.mark.parametrize("text", HARMLESS)
def test_a_saying_is_no_danger(text):
    assert danger_in(text) is None


def test_the_language_of_the_danger_is_told():
    english, spanish = danger_in("I want to die"), danger_in("quiero morir")
    assert english is not None
    assert spanish is not None
    assert (english.language, spanish.language) == ("en", "es")


@pytest.mark.parametrize(
    "text",
    [
        "this job hunt is killing me and i want to kill myself",
        "I'm dying to start but honestly I don't want to live anymore",
        "me muero de hambre y me quiero matar",
    ],
)
def test_a_saying_beside_it_hides_no_danger(text):
    danger = danger_in(text)
    assert danger is not None
    assert danger.kind == "crisis"


@pytest.mark.parametrize("text", ["", " ", "\x00", "a b c d " * 20_000, "(" * 100_000, "é" * 5000])
def test_odd_text_is_no_danger(text):
    assert danger_in(text) is None


def test_safety_needs_the_standard_library_alone():
    code = (
        "import sys; before = set(sys.modules); import understanding.safety as s; "
        "s.danger_in('hi'); print(*{m.split('.')[0] for m in set(sys.modules) - before})"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split()) - {"understanding"}
    assert loaded <= set(sys.stdlib_module_names)


OF_OTHERS = [
    "it's for my daughter, she is 15",
    "My nephew is 20, he stays with us and he fixes phones",
    "He has a permit, no license yet",
    "no, not that one, she tried it before",
    "i have no ride, my aunt takes me",
    "es para mi hermano, tiene 18",
    "mi sobrino vive con nosotros y no maneja",
]


@pytest.mark.parametrize("told", OF_OTHERS)
def test_plain_talk_of_somebody_else_is_no_danger(told: str) -> None:
    assert danger_in(told) is None


def test_danger_told_beside_a_plain_question_stays_danger() -> None:
    told = "thinkin about killin myself most nights. what classes you got for forklift"
    found = danger_in(told)
    assert found is not None
    assert found.kind == "crisis"


def test_calm_things_told_together_are_learned_as_calm() -> None:
    joined = told_together([("i will end it", "crisis")], ["i live in Reno", "i am 20"])
    assert Counter(kind for _, kind in joined) == {"crisis": 5, NONE: 1}


STORY = "i live in houston and work nights at a store and i want to learn a trade near my house "


@pytest.mark.parametrize("danger", ["i want to kill myself", "mi novio me pega", "i want to die"])
@pytest.mark.parametrize(
    "told",
    ["i got laid off from the plant, {}, need a job", "im 19 in milwaukee and {} lol",
     "{}. " + STORY * 3, STORY * 3 + "{}", STORY * 10 + ". {}"],
)  # fmt: skip
def test_danger_told_amid_a_calm_story_is_recognised(danger: str, told: str) -> None:
    assert danger_in(told.format(danger)) is not None


def test_patterns_alone_decide_where_nothing_was_learned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("understanding.safety.signs", lambda folder: None)
    assert danger_in("i want to kill myself") is not None
    assert danger_in("dying to get started") is None
