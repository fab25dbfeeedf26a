"""Which facts of an event are claims on one quantity.

Two steps. Claims whose figures can be true together are gathered, the likest first, by what was estimated to speak for
one quantity. Then clusters that answer one question with other figures are brought together, where the slots that
their measure needs are the same. All is decided by the slots of facts: no sentence is read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crosstally.facts.fact import Fact
from crosstally.rules.alignment.answers import Cluster
from crosstally.rules.alignment.blocking import parts
from crosstally.rules.alignment.claim import Claim
from crosstally.rules.alignment.claims import claims_of
from crosstally.rules.alignment.clusters import clustered
from crosstally.rules.alignment.match import agreement
from crosstally.rules.alignment.model import Model, estimated
from crosstally.rules.alignment.ratings import Ratings
from crosstally.rules.alignment.rivals import join_rivals
from crosstally.rules.alignment.setting import Setting
from crosstally.rules.comparison.conversion import is_conversion

Aligner = Callable[[Sequence[Fact]], list[tuple[Fact, ...]]]
"""What sorts the facts of one event into quantities."""


def align(facts: Sequence[Fact], model: Model | None = None) -> list[tuple[Fact, ...]]:
    """Sort the facts of one event into quantities: every fact into one, in the order of the facts.

    Args:
        facts: The facts.
        model: What was estimated; that which comes with crosstally by default.
    """
    claims = claims_of(facts)
    setting = Setting(claims, model or estimated())
    clusters = join_rivals(gathered(claims, setting), Ratings(claims, setting))
    ordered = [sorted(cluster, key=lambda claim: claim.order) for cluster in clusters]
    return [tuple(claim.fact for claim in cluster) for cluster in sorted(ordered, key=lambda cluster: cluster[0].order)]


def gathered(claims: Sequence[Claim], setting: Setting) -> list[Cluster]:
    """Claims that agree, in clusters, in the order of their first claims."""
    found: list[Cluster] = []
    for places, pairs in parts(claims):
        part = [claims[i] for i in places]
        rated = {(i, j): agreement(part[i], part[j], setting) for i, j in pairs}
        found += clustered(part, rated, setting.model.agreement.cut, may_share)
    return sorted(found, key=lambda cluster: cluster[0].order)


def may_share(a: Claim, b: Claim) -> bool:
    """Whether two claims of one sentence may be of one quantity: only a figure and its conversion."""
    return is_conversion(a.fact, b.fact)
