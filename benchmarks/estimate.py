#!/usr/bin/env python3
"""Estimate how much each level of each slot tells, and write src/crosstally/rules/data/alignment.toml.

usage: python benchmarks/estimate.py [--data DIR...] [--dry]

Learns from the invented events of events/ and, with --data, from further ones: DIR/text/NAME holds the reports
of an event, DIR/gold/NAME.json its figures and the quantities that they claim. Every event is scored with what was
learnt from others alone; the cuts are those with the best score there. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

import alignment
import numpy as np
import slots
from alignment import Event
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from crosstally.api import read
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.rules.alignment.alignment import align, gathered, may_share
from crosstally.rules.alignment.answers import Cluster
from crosstally.rules.alignment.blocking import candidates
from crosstally.rules.alignment.claim import Claim
from crosstally.rules.alignment.claims import claims_of
from crosstally.rules.alignment.clusters import clustered
from crosstally.rules.alignment.figures import FIGURES
from crosstally.rules.alignment.identity import likenesses
from crosstally.rules.alignment.levels import SLOTS
from crosstally.rules.alignment.match import agreement
from crosstally.rules.alignment.model import Linear, Model, Weights
from crosstally.rules.alignment.model import estimated as shipped
from crosstally.rules.alignment.ratings import Ratings
from crosstally.rules.alignment.rivals import Rivals, find_rivals
from crosstally.rules.alignment.setting import DIFFERENT, Setting
from crosstally.rules.engine import check_facts

MODEL = Path(__file__).parents[1] / "src/crosstally/rules/data/alignment.toml"
_LEVELS = 3  # edges of a slot of words
_STRENGTH = {"agreement": 0.03, "question": 0.5, "rivals": 0.3}  # of regularisation, its inverse
_SURE = 0.88  # of what joins figures that exclude each other, so much must be right: a false accusation costs most
_CUTS = [cut / 10 for cut in range(-10, 17, 2)]
_COSTS = [cost / 4 for cost in range(41)]
_PARTS = 12  # of the events, of which one is left out at a time


@dataclass(frozen=True)
class Read:
    """An event as it is learnt from.

    Attributes:
        name: Its name.
        claims: Its claims.
        of: The gold quantities of each.
        figures: Which of them gold knows as figures at all.
        disputed: The gold quantities on which reports exclude each other, or which one brings up to date.
    """

    name: str
    claims: list[Claim]
    of: list[frozenset[int]]
    figures: list[bool]
    disputed: frozenset[int]


Pair = tuple[dict[str, str], bool]
T = TypeVar("T")


def main() -> None:
    """Read, learn, score, write."""
    arguments = argparse.ArgumentParser(description="Estimate the weights of alignment.")
    arguments.add_argument("--data", type=Path, nargs="*", default=[], help="folders with text/ and gold/")
    arguments.add_argument("--dry", action="store_true", help="write nothing")
    given = arguments.parse_args()
    events = [_read(alignment.load(path)) for path in sorted(alignment.EVENTS.glob("*.toml"))]
    events += [event for folder in given.data for event in _further(folder)]
    text, lines = estimated(events)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    if not given.dry:
        MODEL.write_text(text, encoding="utf-8")


def estimated(events: Sequence[Read]) -> tuple[str, list[str]]:
    """The text of the model's file, and what is to be told of it."""
    folds, told = models(events)
    return _written(folds[None], told), told


def models(events: Sequence[Read]) -> tuple[dict[str | None, Model], list[str]]:
    """By event, what was learnt from all others; under None, from all of them. And what is to be told of it."""
    edges = _edges(events)
    empty = Model(edges, Weights(0, {}), Weights(0, {}), Linear(0, {}), Linear(0, {}))
    agreeing = {event.name: list(_pairs(event, empty, meet=True)) for event in events}
    excluding = {event.name: list(_pairs(event, empty, meet=False)) for event in events}
    agreements, questions = _weights(agreeing, "agreement"), _weights(excluding, "question")
    folds = {out: replace(empty, agreement=agreements[out], question=questions[out]) for out in agreements}
    scored = _agreements(events, folds)
    cut = max(scored, key=lambda cut: scored[cut])
    folds = {out: replace(fold, agreement=replace(fold.agreement, cut=cut)) for out, fold in folds.items()}
    found = [(event.name, *one) for event in events for one in _rivals(event, folds[event.name])]
    excluded = [(name, one.features, same) for name, one, same in found if one.exclude]
    rivals, _ = _linear([one for one in excluded if not one[1]["twice"]])
    rivals = _with_twice(rivals, [one for one in excluded if one[1]["twice"]])
    companions, of_companions = _linear([(name, one.features, same) for name, one, same in found if not one.exclude])
    folds = {
        out: replace(fold, rivals=rivals.get(out, rivals[None]), companions=companions.get(out, companions[None]))
        for out, fold in folds.items()
    }
    folds, of_rivals = _surest(events, folds)
    n = sum(map(len, agreeing.values())), sum(map(len, excluding.values()))
    return folds, [
        f"Rests on {len(events)} events, {n[0]} pairs whose figures meet and {n[1]} whose figures exclude each other.",
        f"agreement: F0.5 {scored[cut]:.1f} of clusters, event left out, cut {cut}",
        f"rivals: {of_rivals}",
        f"companions: {of_companions}",
    ]


def _read(event: Event) -> Read:
    facts = [fact for document in event.documents for fact in extract_facts(document)]
    of = [alignment.quantities(event, fact) for fact in facts]
    return Read(event.name, claims_of(facts), of, [True] * len(facts), event.open)


def _further(folder: Path) -> Iterator[Read]:
    """Events in the other form: JSON with spans of all figures, and quantities that name figures by number."""
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        facts = [fact for document in read(folder / "text" / path.stem) for fact in extract_facts(document)]
        yield read_against(path.stem, gold, facts)


def read_against(name: str, gold: Mapping[str, Any], facts: Sequence[Fact]) -> Read:
    """An event by its gold: a fact is a figure of it that stands there and was read as it says."""
    of: dict[int, set[int]] = defaultdict(set)
    for k, quantity in enumerate(gold["quantities"]):
        for number in quantity["claims"]:
            of[number].add(k)
    meant = [[i for i, one in enumerate(gold["facts"]) if slots.is_of(one, fact)] for fact in facts]
    claimed = [frozenset(k for i in numbers for k in of[i]) for numbers in meant]
    disputed = frozenset(
        k for k, one in enumerate(gold["quantities"]) if one["verdict"] != "agree" or one.get("severity")
    )
    return Read(name, claims_of(facts), claimed, [bool(numbers) for numbers in meant], disputed)


def _known(event: Read) -> Iterator[tuple[int, int]]:
    """Pairs of two documents and one dimension of which gold says whether they are of one quantity."""
    for i, j in combinations(range(len(event.claims)), 2):
        a, b = event.claims[i], event.claims[j]
        is_told = event.figures[i] and event.figures[j] and (event.of[i] or event.of[j])
        if is_told and a.dimension == b.dimension and a.fact.document.doc_id != b.fact.document.doc_id:
            yield i, j


def _edges(events: Iterable[Read]) -> dict[str, list[float]]:
    """Quartiles of the likenesses above nought of claims whose figures meet; each event counts alike."""
    found: dict[str, list[float]] = defaultdict(list)
    for event in events:
        setting = Setting(event.claims, Model({}, Weights(0, {}), Weights(0, {}), Linear(0, {}), Linear(0, {})))
        for i, j in _known(event):
            a, b = event.claims[i], event.claims[j]
            if a.interval.meets(b.interval):
                for slot, likeness in likenesses(a, b, setting).items():
                    found[slot] += [likeness] if likeness else []
    shares = np.linspace(0, 1, _LEVELS + 2)[1:-1]
    return {slot: sorted({round(float(x), 2) for x in np.quantile(values, shares)}) for slot, values in found.items()}


def _pairs(event: Read, model: Model, *, meet: bool) -> Iterator[Pair]:
    """Levels by slot, and whether the two are of one quantity; without those that a slot keeps apart."""
    setting = Setting(event.claims, model)
    slots = {**SLOTS, **(FIGURES if meet else {})}
    for i, j in _known(event):
        a, b = event.claims[i], event.claims[j]
        if a.interval.meets(b.interval) == meet:
            levels = {slot: compare(a, b, setting) for slot, compare in slots.items()}
            if all(verdict is not DIFFERENT for verdict, _ in levels.values()):
                yield {slot: level for slot, (_, level) in levels.items()}, bool(event.of[i] & event.of[j])


def _weights(pairs: Mapping[str, Sequence[Pair]], kind: str) -> dict[str | None, Weights]:
    """By the event that is left out, the log odds of every level; the more pairs an event has, the less each counts."""
    known = [(name, levels, same, len(found) ** -0.5) for name, found in pairs.items() for levels, same in found]
    vectors = DictVectorizer()
    x = vectors.fit_transform([levels for _, levels, *_ in known]).toarray()
    home, y, weight = (np.array(column) for column in zip(*((n, s, w) for n, _, s, w in known), strict=True))

    def without(part: Sequence[str]) -> Weights:
        learnt = ~np.isin(home, part)
        return _named(vectors, _fit(x[learnt], y[learnt], weight[learnt], _STRENGTH[kind]))

    return _left_out(pairs, without)


def _left_out(names: Iterable[str], without: Callable[[Sequence[str]], T]) -> dict[str | None, T]:
    """By event, what was learnt without the part of the events that it belongs to; under None, from all of them."""
    events = list(dict.fromkeys(names))
    found: dict[str | None, T] = {None: without([])}
    for part in (events[k::_PARTS] for k in range(min(_PARTS, len(events)))):
        found |= dict.fromkeys(part, without(part))
    return found


def _named(vectors: DictVectorizer, found: LogisticRegression) -> Weights:
    """What was fitted, by slot and level."""
    levels: dict[str, dict[str, float]] = defaultdict(dict)
    for name, weight in zip(vectors.get_feature_names_out(), found.coef_[0], strict=True):
        slot, _, level = name.partition("=")
        levels[slot][level] = round(float(weight), 2)
    return Weights(round(float(found.intercept_[0]), 2), dict(levels))


def _fit(x: Any, y: Any, weight: Any, strength: float) -> Any:
    scaled = np.array(weight) * len(weight) / np.sum(weight)
    return LogisticRegression(C=strength, max_iter=1000, solver="newton-cholesky").fit(x, y, sample_weight=scaled)


def _agreements(events: Iterable[Read], folds: Mapping[str | None, Model]) -> dict[float, float]:
    """By cut, F0.5 of the pairs that are put in one cluster, each event by what was learnt from the others.

    Precision counts twice as much as recall: what is wrongly in one cluster accuses, and keeps right answers apart.
    """
    counts: dict[float, Counter[str]] = defaultdict(Counter)
    for event in events:
        setting = Setting(event.claims, folds[event.name])
        rated = {(i, j): agreement(event.claims[i], event.claims[j], setting) for i, j in candidates(event.claims)}
        pairs = [(i, j) for i, j in _known(event) if event.claims[i].interval.meets(event.claims[j].interval)]
        for cut in _CUTS:
            clusters = clustered(event.claims, rated, cut, may_share)
            home = {claim.order: k for k, cluster in enumerate(clusters) for claim in cluster}
            for i, j in pairs:
                is_same, is_said = bool(event.of[i] & event.of[j]), home[i] == home[j]
                counts[cut].update({"same": is_same, "said": is_said, "right": is_same and is_said})
    return {cut: 125 * n["right"] / max(1.0, n["said"] + 0.25 * n["same"]) for cut, n in counts.items()}


def _rivals(event: Read, model: Model) -> Iterator[tuple[Rivals, bool]]:
    """The rivals of an event, and whether they are of one quantity by most of their claims."""
    setting = Setting(event.claims, model)
    clusters = gathered(event.claims, setting)
    for rivals in find_rivals(clusters, Ratings(event.claims, setting)):
        a, b = (_quantity(event, clusters[place]) for place in rivals.places)
        yield rivals, a is not None and a == b


def _quantity(event: Read, cluster: Cluster) -> int | None:
    named = Counter(k for claim in cluster for k in event.of[claim.order])
    return named.most_common(1)[0][0] if named else None


def _surest(events: Iterable[Read], folds: Mapping[str | None, Model]) -> tuple[dict[str | None, Model], str]:
    """With the lowest cut of rivals at which enough accusations are right, each event by what others taught."""
    for cut in _CUTS:
        said: list[bool] = []
        hit = 0
        for event in events:
            accused = [*_accusations(event, _cut(folds[event.name], cut))]
            said += [bool(held) for held in accused]
            hit += len(frozenset().union(*accused))
        if said and _is_sure(np.array(said)):
            break
    return {out: _cut(fold, cut) for out, fold in folds.items()}, (
        f"{sum(said)} of {len(said)} accusations right, {hit} quantities in them, event left out, cut {cut}"
    )


def _cut(model: Model, cut: float) -> Model:
    return replace(model, rivals=replace(model.rivals, cut=cut))


def _accusations(event: Read, model: Model) -> Iterator[frozenset[int]]:
    """Of every accusation, the quantities on which two of its claims exclude each other; none where it is false."""
    of = {claim.fact.fact_id: named & event.disputed for claim, named in zip(event.claims, event.of, strict=True)}
    facts = [claim.fact for claim in event.claims]
    for accused in alignment.accusations(check_facts(facts, align=partial(align, model=model))):
        pairs = [(a, b) for a, b in combinations(accused, 2) if alignment.exclude(a, b)]
        yield frozenset().union(*(of[a.fact_id] & of[b.fact_id] for a, b in pairs))


def _linear(rows: Sequence[tuple[str, Mapping[str, float], bool]]) -> tuple[dict[str | None, Linear], str]:
    """Log odds of every feature, by the event that is left out; the lowest cut that is sure enough there.

    What is less likely than not is never joined.
    """
    names = list(rows[0][1])
    x, y = (
        np.array([[features[name] for name in names] for _, features, _ in rows]),
        np.array([same for *_, same in rows]),
    )
    home = np.array([name for name, *_ in rows])
    spread = x.std(axis=0) + 1e-9  # so that all features are held back alike

    def without(part: Sequence[str]) -> Linear:
        learnt = ~np.isin(home, part)
        found = _fit(x[learnt] / spread, y[learnt].tolist(), [1.0] * int(learnt.sum()), _STRENGTH["rivals"])
        weights = {name: round(float(weight), 2) for name, weight in zip(names, found.coef_[0] / spread, strict=True)}
        return Linear(round(float(found.intercept_[0]), 2), weights)

    folds = _left_out(home.tolist(), without)
    odds = np.array([folds[name].log_odds(features) for name, features, _ in rows])
    cut = next((cut for cut in _CUTS if cut >= 0 and _is_sure(y[odds >= cut])), _CUTS[-1])
    said = odds >= cut
    evidence = (
        f"{int(y[said].sum())} of {int(said.sum())} right, of {int(y.sum())} there are, event left out, cut {cut}"
    )
    return {out: replace(fold, cut=cut) for out, fold in folds.items()}, evidence


def _with_twice(
    folds: Mapping[str | None, Linear], rows: Sequence[tuple[str, Mapping[str, float], bool]]
) -> dict[str | None, Linear]:
    """With what it costs that a document gives both figures: the least at which enough of those joined are right.

    Most are of two questions, so that no weight among the others tells the few that are not.
    """
    odds = np.array([folds.get(name, folds[None]).log_odds({**features, "twice": 0.0}) for name, features, _ in rows])
    right = np.array([same for *_, same in rows])
    cost = next(cost for cost in _COSTS if _is_sure(right[odds >= cost]))
    return {out: replace(fold, features={**fold.features, "twice": -cost}) for out, fold in folds.items()}


def _is_sure(right: Any) -> bool:
    """Whether enough of what is said is right; that few tell of it excuses nothing."""
    return not right.size or float(right.mean()) >= _SURE


def _written(model: Model, told: Iterable[str]) -> str:
    lines = [
        "# Written by benchmarks/estimate.py: log odds by slot and level, and from which likeness on words are alike.",
        "#",
    ]
    lines += [f"# {line}" for line in told]
    lines += ["", "[edges]", *(f"{slot} = {edges}" for slot, edges in model.edges.items())]
    for name, weights in (("agreement", model.agreement), ("question", model.question)):
        lines += ["", f"[{name}]", f"start = {weights.start}", f"cut = {weights.cut}"]
        for slot, levels in weights.levels.items():
            lines += ["", f"[{name}.levels.{slot}]", *(f"{json.dumps(level)} = {w}" for level, w in levels.items())]
    for name, linear in (("rivals", model.rivals), ("companions", model.companions)):
        lines += ["", f"[{name}]", f"start = {linear.start}", f"cut = {linear.cut}", "", f"[{name}.features]"]
        lines += [f"{feature} = {weight}" for feature, weight in linear.features.items()]
    lines += ["", "[held_apart]", f"lacking = {shipped().lacking}"]  # which held_apart.py estimates
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
