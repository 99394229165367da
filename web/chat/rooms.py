"""Every room of the public site: what answers at which addresses."""

from __future__ import annotations

from web.chat import api, mistakes, page, records, sitemap, thumbs, undoing
from web.chat.browse import routes as browse
from web.chat.person import routes as person
from web.chat.plans import api as plans_api
from web.chat.plans import routes as plans

ROOMS = (api, page, thumbs, undoing, records, mistakes, browse, sitemap, person, plans, plans_api)
