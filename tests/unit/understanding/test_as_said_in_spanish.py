"""Spanish as it is typed and spoken: spelling, order, country, another language in it."""

from __future__ import annotations

from functools import reduce
from typing import Any

import pytest

PLACES = [
    ("aquí en Queens solo me dan limpieza", "location.city", "New York"),
    ("busco algo para el verano en Anaheim", "location.city", "Anaheim"),
    ("estudié en Santo Domingo", "location", None),
    ("trabajé en el campo años", "location", None),
    ("viene un bebé en camino", "location", None),
    ("que no guarden mi correo", "location", None),
]

AGES = [
    ("i'm 23 y busco jale", "age", 23),
    ("boy a cumplir 50 en enero", "age", 49),
    ("voy a cumplir los 18 el otro mes", "next_birthday", "2026-12"),
    ("una clienta de 27, dos niños", "age", 27),
    ("17 años ahí metido y tengo 52", "age", 52),
    ("tengo 40 y tantos", "age", None),
    ("fui maestro en San Miguel 20 años", "age", None),
    ("15 años con la misma compañía", "age", None),
    ("ando por los 57 y busco", "age", 57),
    ("cuando cumpla 18 en abril quiero entrar", "age", 17),
    ("gano 24k al año", "age", None),
]

SCHOOLING = [
    ("segundo básico terminado", "education.grade", 8),
    ("no acabé la high, me faltó el último año", "education.grade", 11),
    ("estudié hasta el once y me casé", "education.grade", 11),
    ("no terminé ni la primaria, hasta cuarto llegué", "education.grade", 4),
    ("senior en la Morton High, gpa 2.9", "education.grade", 12),
    ("estoy en 11vo, quiero ser policía cuando me gradúe", "education.level", "in_high_school"),
    ("me titulé de ingeniero civil en Perú", "education.level", "bachelor"),
    ("saqué el título de perito mercantil", "education.level", "high_school"),
    ("el GED no lo tengo", "education.level", "some_high_school"),
    ("me pidieron el GED en la escuela", "education", None),
    ("pasé dos del ged pero me faltan dos exámenes", "education.level", "ged_in_progress"),
    ("estudié 2 años de derecho", "education.level", "some_college"),
    ("llegué hasta cuarto semestre de la prepa", "education.grade", 11),
    ("primaria completa nada más", "education.grade", 6),
    ("terminé el 10 y me salí", "education.grade", 10),
    ("estudié contaduría en Quito y me gradué", "education.level", "bachelor"),
    ("no voy a calificar porque llegué a la secundaria", "education.grade", 9),
    ("lo que no tengo es el high school", "education.level", "some_high_school"),
    ("nunca fui a la escuela aquí", "education", None),
]

FACTS = [
    ("estoy on probation hasta marzo", "facts.justice_involved", True),
    ("agarré un dui en 2021", "facts.justice_involved", True),
    ("tengo record limpio", "facts.justice_involved", False),
    ("nadie me quiere contratar", "facts.employed", False),
    ("vivo con mi jefa", "facts", None),
    ("lo dejé por falta de dinero", "facts.low_income", True),
    ("del inglés nada de nada", "facts.english_learner", True),
    ("estudié secretariado bilingüe", "facts", None),
    ("me ayudan a pagar quien cuide al niño", "facts.needs_childcare", True),
    ("quiero trabajar con embarazadas", "facts", None),
    ("cuido a mi hermanito autista", "facts.disability", None),
    ("hago uñas pero no tengo licencia", "facts.driver_license", None),
    ("tengo el permiso nomás", "facts.driver_license", False),
    ("somos mi esposo, mis tres hijos y yo", "household_size", 5),
    ("300 horas de cosmetología", "experience_hours.39-5012", 300),
    ("pasé el tabe con 567", "test_scores.tabe", 567),
    ("tengo CDL clase A", "credentials", ["cdl-a"]),
    ("licencia no tengo, carro sí tengo", "facts.own_transport", True),
    ("licencia no tengo, carro sí tengo", "facts.driver_license", False),
    ("nadie me contrata por mi record", "facts.justice_involved", True),
    ("no soporto a los niños", "facts", None),
    ("los sábados trabajo de voluntaria en la iglesia", "facts", None),
    ("cuido a mi papá que está en silla de ruedas", "facts.disability", None),
    ("con 4 hijos no se pudo", "facts.parent_or_pregnant", True),
    ("necesito la OSHA", "credentials", None),
    ("nunca fui a esa cita", "facts", None),
    ("no tengo donde dejar a mi perro", "facts", None),
]

WISHES = [
    ("busco en hoteles, nada más hoteles", "interests.only", True),
    ("ya no quiero la carretera", "interests.dislikes", ["transportation"]),
    ("me canso de estar en la caja", "interests.dislikes", ["retail_service"]),
    ("oficina no, construcción sí", "interests.likes", ["construction"]),
    ("oficina no, construcción sí", "interests.dislikes", ["business_finance"]),
    ("me encanta cocinar pero nomás de hobby", "interests", None),
    ("tengo un tattoo en el cuello", "interests", None),
    ("mi cuñada es radióloga, yo quiero eso", "interests.occupations", ["29-2034"]),
    ("mami quiere que sea enfermera", "interests", None),
    ("lo de construcción quítalo", "interests", {"remove": {"likes": ["construction"]}}),
    ("no tengo computadora", "interests", None),
    ("estoy en el hospital con mi mamá", "interests", None),
    ("dental assistant o phlebotomist, cuál", "interests.likes", ["healthcare"]),
]


@pytest.mark.parametrize(("text", "field", "value"), PLACES + AGES + SCHOOLING + FACTS + WISHES)
def test_spanish_is_read_as_it_is_said(read, text, field, value):
    assert _at(read(text).delta, field) == value


def test_what_a_parent_asks_for_a_child_is_the_childs(read):
    reading = read("a mi hijo de 16 no le gusta la escuela, está en Grand Prairie Texas")
    assert reading.speaks_of == "client"
    assert reading.delta["location"]["city"] == "Grand Prairie"


def test_an_inverted_mark_begins_the_question(read):
    assert read("Ya pasé álgebra y geometría, ¿con eso entro?").delta["courses"] == [
        "algebra-1",
        "geometry",
    ]


def _at(delta: dict[str, Any], field: str) -> Any:
    inner = reduce(lambda one, name: (one or {}).get(name), field.split("."), delta)
    return inner or None if not isinstance(inner, bool) else inner
