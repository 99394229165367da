"""What people write of themselves in English, by field; and what only looks like it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

LEFT, GED = "some_high_school", "ged_in_progress"

SAID = [
    ("15 going on 16 in january", "age", 15),
    ("15 going on 16 in january", "next_birthday", "2027-01"),
    ("im going on 30, tulsa", "age", 29),
    ("what if i was already 18", "age", 18),
    ("starting over at 45 in tulsa", "age", 45),
    ("made it to 11th", "education.grade", 10),
    ("only got to 12th grade, never finished", "education.level", LEFT),
    ("i passed 2 of the hiset tests so far", "education.level", GED),
    ("I go to PCC part time", "education.level", "some_college"),
    ("started school at itt tech before it closed", "education.level", "some_college"),
    ("all of my three guys have no diplomas", "education.level", LEFT),
    ("junior, have like a 2.8 and no plans", "gpa", 2.8),
    ("my grades are ok, 2.3", "gpa", 2.3),
    ("3.9 gpa, calc, physics", "courses", ["calculus", "physics"]),
    ("chemistry was my best class", "courses", ["chemistry"]),
    ("70k a year, household of 5", "household_income_usd", 70000),
    ("we're four people and live off $28,000", "household_size", 4),
    ("its me & my 3 kids", "household_size", 4),
    ("licence is good, class b. kcmo", "credentials", ["cdl-b"]),
    ("got a CDL A, hazmat, clean record", "credentials", ["cdl-a"]),
    ("i can't even afford the bus", "facts.low_income", True),
    ("can't cover that up front", "facts.low_income", True),
    ("5 months along and need something", "facts.parent_or_pregnant", True),
    ("got pregnant so i quit", "facts.parent_or_pregnant", True),
    ("i need something around my dialysis", "facts.disability", True),
    ("i walk with a cane since may", "facts.disability", True),
    ("English intermediate, Sacramento", "facts.english_learner", True),
    ("my English is good", "facts.english_learner", False),
    ("crashed on couches since", "facts.homeless", True),
    ("Army did four years, out in june", "facts.veteran", True),
    ("its my brother who has the record not me", "facts.justice_involved", False),
    ("got cut in the last bust", "facts.laid_off", True),
    ("work is killing me lol", "facts.employed", True),
    ("I have work from 9 to 5", "facts.employed", True),
    ("now i deal cards downtown", "facts.employed", True),
    ("i drive a box truck for a moving company", "facts.employed", True),
    ("I am 41, live in Fresno, pick tomatoes", "facts.employed", True),
    ("Work 32 hours at St. Mary's", "facts.employer", "St. Mary's"),
    ("I clean rooms at the airport Hilton", "facts.employer", "Hilton"),
    ("we are way out in Appalachia (Hazard, KY)", "location.city", "Hazard"),
    ("no I said Aurora the one by Chicago", "location.state", "IL"),
    ("blood? no way", "interests.dislikes", ["healthcare"]),
    ("need something easier than concrete", "interests.dislikes", ["construction"]),
    ("id do trucks i guess", "interests.likes", ["transportation"]),
    ("good with hands", "interests.likes", ["construction", "manufacturing"]),
    ("my son takes apart every engine he can find", "interests.likes", ["automotive"]),
    ("only have a state ID", "facts.driver_license", False),
    ("im licensed and insured", "facts.driver_license", True),
    ("i take the L", "facts.own_transport", False),
    ("i rely on my sister for rides", "facts.own_transport", False),
    ("transitioning out of the coast guard", "facts.veteran", True),
    ("i have a theft charge from 2015", "facts.justice_involved", True),
    ("just came home after 4 years", "facts.justice_involved", True),
    ("trying to get my record expunged", "facts.justice_involved", True),
    ("my family lost our apartment", "facts.homeless", True),
    ("i don't have anywhere to live", "facts.homeless", True),
    ("i need to pick up my daughter at 3", "facts.parent_or_pregnant", True),
    ("soon to be dad", "facts.parent_or_pregnant", True),
    ("no lifting over 20 for me", "facts.disability", True),
    ("his knees are finished, he lays tile", "facts.disability", True),
    ("he lays tile and needs a change", "facts.employed", True),
    ("I've worked at Costco for 11 years", "facts.employer", "Costco"),
    ("i just retired", "facts.employed", False),
    ("they moved the plant to mexico", "facts.laid_off", True),
    ("my kids get free lunch", "facts.low_income", True),
    ("still working on my english", "facts.english_learner", True),
    ("has to be local", "facts.willing_to_relocate", False),
    ("just hit 20", "age", 20),
    ("short 3 credits from graduating", "education.level", LEFT),
    ("failed the math ged but passed the rest", "education.level", GED),
    ("did two semesters", "education.level", "some_college"),
    ("graduated from Penn State in 2018", "education.level", "bachelor"),
    ("no college, just high school", "education.level", "high_school"),
    ("so if my gpa goes up to a 3 then what", "gpa", 3),
    ("i want my cdl", "interests.likes", ["transportation"]),
    ("not a cop", "interests.dislikes", ["public_safety"]),
    ("nothing medical", "interests.dislikes", ["healthcare"]),
    ("healthcare no, construction yes", "interests.dislikes", ["healthcare"]),
    ("not an office person", "interests.dislikes", ["business_finance"]),
    ("get me out of fast food", "interests.dislikes", ["hospitality"]),
    ("assembly line would drive me crazy", "interests.dislikes", ["manufacturing"]),
    ("i want to cook not sit in an office", "interests.dislikes", ["business_finance"]),
    ("retired teacher. Gardens? Paid please", "interests.likes", ["agriculture_environment"]),
    ("moved in with my girl in kcmo so scratch topeka", "location.state", "MO"),
    ("she cleans houses and needs better", "facts.employed", True),
    ("I'm a lunch lady", "facts.employed", True),
    ("im the only one working rn", "facts.employed", True),
    ("the bus drops me at 7:40", "facts.own_transport", False),
    ("we are homeless vets", "facts.veteran", True),
    ("dont put my felony on there", "facts.justice_involved", True),
    ("i passed the written but not the road test", "facts.driver_license", False),
    ("took the ASVAB last year, got a 45", "test_scores.asvab", 45),
    ("just me and my mother at home", "household_size", 2),
    ("straight As in shop and geometry", "courses", ["shop", "geometry"]),
    ("i graduated early in december", "education.level", "high_school"),
    ("laid brick in Monterrey, came to Houston in feb", "location.city", "Houston"),
    ("only thing he talks about is rockets", "interests.likes", ["aerospace"]),
    ("is 34 too late to start over as a nurse?", "interests.occupations", ["29-1141"]),
    ("in the oilfield, want out before it busts", "interests.dislikes", ["energy"]),
    ("Open to anything not in a warehouse", "interests.dislikes", ["transportation"]),
    ("so um i work um at the target on 5th", "facts.employer", "Target"),
    ("they cut me to 12 hrs a week at dollar tree", "facts.employer", "Dollar Tree"),
    ("too much for food stamps, 41k, 5 people", "household_size", 5),
    ("lookin at bein a plummer", "interests.occupations", ["47-2152"]),
    ("wouldnt mind driving a school bus", "interests.likes", ["transportation"]),
    ("hubby's sick, 3 kids, need work", "facts.parent_or_pregnant", True),
    ("i hate my call center job so much", "facts.employed", True),
    ("i hate my call center job so much", "interests.dislikes", ["retail_service"]),
    ("im 16 and in 10th", "education.grade", 10),
    ("dropped out of 9th to work", "education.grade", 8),
    ("graduated in May, 4.0. no idea what next", "gpa", 4.0),
    ("no license bc of a dui", "facts.justice_involved", True),
    ("i make 52k, its just me", "household_size", 1),
    ("in Lansing now, will be paroled to Wichita", "location.city", "Wichita"),
    ("want to get on at the shipyard", "interests.likes", ["manufacturing"]),
]

UNSAID = [
    ("was a bank teller, need something new", "interests.occupations"),
    ("electricians make bank right", "interests.likes.business_finance"),
    ("tryna be a plumber like my stepdad, he clears 90k", "household_income_usd"),
    ("i got no patience for kids", "facts.parent_or_pregnant"),
    ("i do nails out my kitchen", "interests.likes.hospitality"),
    ("i need a doctors note for that", "interests.likes"),
    ("the school bus comes at 7", "interests.likes"),
    ("stuck in gary indiana with a CDL permit", "credentials"),
    ("18/hr now or 14/hr to learn", "age"),
    ("i have a full time student at home", "facts.employed"),
    ("hubby's on disability and i need work", "facts.disability"),
    ("want a job w health insurance", "interests.likes"),
    ("will they hire with a neck tattoo", "interests.likes"),
    ("anything for former foster kids", "interests.likes"),
    ("i have a 13 year old", "age"),
    ("stay at home mom 10 yrs", "age"),
    ("id like to do vet stuff, cats mostly", "facts.veteran"),
    ("id like to help pregnant ladies", "facts.parent_or_pregnant"),
    ("nurse yes but not with kids", "facts.parent_or_pregnant"),
    ("i want to work with special needs kids", "facts.disability"),
    ("i want to make good money", "facts.low_income"),
    ("id be down to work at a plant", "facts.employed"),
    ("no daycare jobs", "facts.needs_childcare"),
    ("no internet hardly", "interests.dislikes"),
    ("i dont have a computer", "interests.likes"),
    ("no CDL yet, 33, duluth", "interests.dislikes"),
    ("how long does a cna take", "credentials"),
    ("900 hours toward my barber license", "credentials"),
    ("her guidance counselor told us about it", "interests.occupations"),
    ("do hair on the side, no license for it", "facts.driver_license"),
    ("did a year of cosmo school and quit", "facts.justice_involved"),
    ("i drive a forklift nights", "facts.own_transport"),
    ("how long is it and is childcare covered", "facts.needs_childcare.false"),
    ("I'm hard of hearing. Would that keep me out of the operating engineers?", "facts.union"),
    ("He's smart, likes engines", "facts.union"),
    ("got laid off in may, i am a machinist", "facts.employed.true"),
    ("got my cna in 2019. cert ran out last year", "credentials"),
    ("my reading is at a 5th grade level", "education"),
    ("is there help paying for boots and tools?", "interests.likes"),
    ("they pay 14.50/hr", "interests.likes"),
    ("my CPR card is from babysitting class", "interests.likes"),
    ("i have a CDL A, hazmat and tanker", "interests.likes.public_safety"),
    ("Roughneck, 36. Thinking wind turbines", "interests.occupations.47-5013"),
]


def _flat(delta: Mapping[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for name, value in delta.items():
        inner = value if isinstance(value, Mapping) else {}
        said.update(
            {f"{name}.{key}": one for key, one in inner.items()} if inner else {name: value}
        )
    return said


@pytest.mark.parametrize(("text", "field", "value"), SAID)
def test_it_is_read_as_it_is_meant(read, text, field, value):
    assert _flat(read(text).delta).get(field) == value


@pytest.mark.parametrize(("text", "field"), UNSAID)
def test_what_only_looks_like_it_says_nothing(read, text, field):
    said = _flat(read(text).delta)
    found = {f"{name}.{str(one).lower()}" for name, value in said.items()
             for one in (value if isinstance(value, list) else [value])}  # fmt: skip
    assert not any(one == field or one.startswith(f"{field}.") for one in found)
