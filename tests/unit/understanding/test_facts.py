"""Facts of a life, said, denied, asked about or only wished for."""

from __future__ import annotations

import pytest

YES = [
    ("I've got my driver's license", "driver_license"),
    ("licensed driver here", "driver_license"),
    ("I own a car", "own_transport"),
    ("have reliable transportation", "own_transport"),
    ("Marine veteran", "veteran"),
    ("did four years in the army", "veteran"),
    ("I'm on parole", "justice_involved"),
    ("i did time", "justice_involved"),
    ("grew up in foster care", "foster_youth"),
    ("sleeping in my car", "homeless"),
    ("I'm pregnant", "parent_or_pregnant"),
    ("raising three kids alone", "parent_or_pregnant"),
    ("I'm legally blind", "disability"),
    ("english is my second language", "english_learner"),
    ("we get food stamps", "low_income"),
    ("I have a job right now", "employed"),
    ("the mill closed and i got let go", "laid_off"),
    ("proud union member", "union_member"),
    ("I need childcare", "needs_childcare"),
    ("who will watch my kids", "needs_childcare"),
    ("still in school", "enrolled_in_school"),
    ("I could move anywhere for the right job", "willing_to_relocate"),
    ("tengo licencia de manejar", "driver_license"),
    ("tengo carro propio", "own_transport"),
    ("estuve en prisión", "justice_involved"),
    ("soy madre soltera", "parent_or_pregnant"),
    ("estoy embarazada", "parent_or_pregnant"),
    ("vivo en un albergue", "homeless"),
    ("me corrieron del trabajo", "laid_off"),
    ("hablo poco inglés", "english_learner"),
    ("recibo estampillas", "low_income"),
    ("necesito guardería", "needs_childcare"),
    ("crecí en hogares de crianza", "foster_youth"),
    ("estoy en el sindicato", "union_member"),
]
NO = [
    ("I don't have a driver's license", "driver_license"),
    ("no license", "driver_license"),
    ("they suspended my license, license suspended", "driver_license"),
    ("I don't drive", "driver_license"),
    ("I don't own a car", "own_transport"),
    ("i ride the bus everywhere", "own_transport"),
    ("I'm not a veteran", "veteran"),
    ("no felonies", "justice_involved"),
    ("I've never been arrested", "justice_involved"),
    ("I don't have kids", "parent_or_pregnant"),
    ("not working right now", "employed"),
    ("I'm unemployed", "employed"),
    ("not in any union", "union_member"),
    ("I can't relocate", "willing_to_relocate"),
    ("my grandma watches the kids so childcare is covered", "needs_childcare"),
    ("failed algebra", "algebra_credit"),
    ("no tengo carro", "own_transport"),
    ("no sé manejar", "driver_license"),
    ("no tengo hijos", "parent_or_pregnant"),
    ("no soy veterano", "veteran"),
    ("no tengo antecedentes", "justice_involved"),
    ("no puedo mudarme", "willing_to_relocate"),
    ("estoy desempleada", "employed"),
]


@pytest.mark.parametrize(("text", "flag"), YES)
def test_a_fact_that_is_said_is_true(read, text, flag):
    assert read(text).delta.get("facts", {}).get(flag) is True


@pytest.mark.parametrize(("text", "flag"), NO)
def test_a_fact_that_is_denied_is_false(read, text, flag):
    assert read(text).delta.get("facts", {}).get(flag) is False


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("do i need a license?", "driver_license"),
        ("I want to get my license", "driver_license"),
        ("is a car required", "own_transport"),
        ("looking for a union job", "union_member"),
        ("my brother is a veteran", "veteran"),
        ("necesito licencia?", "driver_license"),
        ("quiero un trabajo en construcción", "employed"),
        ("I'm looking for work", "employed"),
    ],
)
def test_silence_questions_and_wishes_leave_a_fact_unknown(read, text, flag):
    assert flag not in read(text).delta.get("facts", {})


def test_a_denial_does_not_reach_past_a_but(read):
    facts = read("no car but I have a license").delta["facts"]
    assert facts == {"own_transport": False, "driver_license": True}


@pytest.mark.parametrize(
    ("answer", "value"),
    [("yes", True), ("nope", False), ("yeah i do", True), ("sí", True), ("no tengo", False)],
)
def test_a_yes_or_no_settles_the_fact_that_was_asked(read, answer, value):
    reading = read(answer, asked="facts.driver_license")
    assert reading.delta == {"facts": {"driver_license": value}}
    assert reading.intent == ("affirm" if value else "deny")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("I work at Boeing", {"employer": "Boeing", "employed": True}),
        ("employed at Kaiser in Oakland", {"employer": "Kaiser Permanente", "employed": True}),
        ("I'm a UAW member", {"union": "UAW", "union_member": True}),
        ("I belong to the IBEW", {"union": "IBEW", "union_member": True}),
        ("I work for Miller Electric", {"employer": "Miller Electric", "employed": True}),
        ("trabajo en el Bellagio", {"employer": "Bellagio", "employed": True}),
        ("soy miembro del local 226", {"union": "local 226", "union_member": True}),
        ("Laborers Local 368", {"union": "Laborers Local 368", "union_member": True}),
        ("proud IBEW member", {"union": "IBEW", "union_member": True}),
    ],
)  # fmt: skip
def test_employer_and_union_are_named(read, text, facts):
    assert read(text).delta["facts"] == facts


def test_a_former_employer_is_not_the_employer(read):
    facts = read("got laid off from Ford").delta["facts"]
    assert facts == {"laid_off": True, "employed": False}


@pytest.mark.parametrize(
    "text",
    ["nah never been locked up", "nope no felonies", "no never been convicted",
     "no, nunca he estado preso", "i do not have no felonies"],
)  # fmt: skip
def test_an_answer_before_a_denial_does_not_turn_it_round(read, text):
    assert read(text).delta["facts"]["justice_involved"] is False


@pytest.mark.parametrize(
    ("text", "employer"),
    [("i'm a gm assembly worker", "General Motors"), ("chrysler plant, 12 years", "Stellantis"),
     ("soy trabajador de ford", "Ford")],
)  # fmt: skip
def test_a_worker_of_a_firm_is_employed_there(read, text, employer):
    facts = read(text).delta["facts"]
    assert (facts["employer"], facts["employed"]) == (employer, True)


def test_living_near_a_plant_is_no_employment(read):
    assert "facts" not in read("i live near the ford plant").delta


def test_out_of_prison_is_said_without_naming_it(read):
    assert read("got out 2 weeks ago").delta["facts"] == {"justice_involved": True}


AT = [
    ("amazon 3 yrs now", "Amazon"),
    ("trabajo en el warehouse de Chewy", "Chewy"),
    ("cashier at dollar general", "Dollar General"),
    ("im at the tyson plant", "Tyson"),
    ("night shift at walmart", "Walmart"),
    ("been at UPS six years", "UPS"),
    ("soy cajera en el Target", "Target"),
    ("entro al turno de noche en JBS", "JBS"),
    ("i work at Acme Tools in Reno", "Acme Tools"),
    ("line cook at dennys", "Denny's"),
    ("trabajo pa Amazon", "Amazon"),
    ("i drive for uber", "Uber"),
    ("i been working at Kroger 2 years", "Kroger"),
    ("forklift at home depot", "Home Depot"),
    ("trabajo en el walmart", "Walmart"),
    ("3rd shift at the hyundai plant", "Hyundai"),
    ("making 18 an hour at target", "Target"),
    ("janitor at Lincoln High", "Lincoln High"),
]
NOT_AT = [
    "im from Houston",
    "i want to work at Boeing",
    "used to work at ford",
    "my dad works at GM",
    "is amazon hiring",
    "trabajo en Houston",
    "quiero trabajar en Amazon",
    "i was a cook at dennys",
    "applied at target",
    "i shop at walmart",
    "i work in Denver",
    "my sister drives for UPS",
    "im at home",
    "working on my ged",
    "i live by the amazon warehouse",
    "got fired from costco",
    "quiero ser gerente de Target",
    "im in Texas",
    "work for myself",
    "I'm at Denver now",
]


@pytest.mark.parametrize(("text", "employer"), AT)
def test_where_one_works_is_read_in_passing(read, text, employer):
    facts = read(text).delta["facts"]
    assert (facts["employer"], facts["employed"]) == (employer, True)


@pytest.mark.parametrize("text", NOT_AT)
def test_a_firm_named_or_left_is_not_where_one_works(read, text):
    assert "employer" not in read(text).delta.get("facts", {})
