"""Rules about driving and other licenses."""

from __future__ import annotations

from matching.requirements import Finding, Status
from matching.rules.case import Case, Rule

# Credentials that prove a license, written as profiles write them.
PROOF: dict[str, frozenset[str]] = {
    "cdl": frozenset({"cdl", "cdl-a", "cdl-b"}),
    "cdl_a": frozenset({"cdl-a"}),
    "trade_registration": frozenset({"trade-registration"}),
    "twic": frozenset({"twic"}),
    "merchant_mariner": frozenset({"merchant-mariner", "mmc", "merchant-mariner-credential"}),
    "dispatcher_certificate": frozenset({"dispatcher-certificate"}),
    "driver_permit": frozenset({"driver-permit", "learner-permit"}),
    "driver_or_permit": frozenset({"driver-permit", "learner-permit"}),
}
ALSO_BY_LICENSE = frozenset({"driver_permit", "driver_or_permit"})
BUILT_ON_LICENSE = frozenset({"cdl", "cdl_a"})


def of_license(case: Case, rule: Rule) -> Finding:
    """Judge which license is held."""
    kind = rule["kind"]
    if kind == "driver":
        return case.fact("driver_license")
    if case.holds_any(PROOF.get(kind, ())):
        return Finding(Status.MET, "credentials")
    drives = case.fact("driver_license")
    if kind in ALSO_BY_LICENSE and drives.status is Status.MET:
        return drives
    if kind in BUILT_ON_LICENSE and drives.status is Status.NOT_MET:
        return drives
    return Finding(Status.UNKNOWN)
