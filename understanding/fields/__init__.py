"""One reader for each part of a profile; each adds spans to a draft."""

from understanding.fields.age import read_age
from understanding.fields.answers import read_answer
from understanding.fields.credentials import read_credentials
from understanding.fields.education import read_education
from understanding.fields.facts import read_facts
from understanding.fields.forgetting import read_forgetting
from understanding.fields.household import read_household
from understanding.fields.impossible import impossible
from understanding.fields.interests import read_interests
from understanding.fields.location import PlaceReader
from understanding.fields.measures import read_measures
from understanding.fields.work import read_work

# In this order, since a word that one reader uses is no longer free for the next.
BEFORE_PLACES = (read_forgetting, read_credentials, read_work, read_education)
AFTER_PLACES = (read_age, read_measures, read_household, read_facts, read_interests, read_answer)

__all__ = ["AFTER_PLACES", "BEFORE_PLACES", "PlaceReader", "impossible"]
