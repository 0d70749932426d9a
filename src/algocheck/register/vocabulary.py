"""The register's own words, and what a manifest calls them: the values that are facts."""

from collections.abc import Mapping

VERSIONS: Mapping[str, str] = {
    "0.1": "0.1",
    "0.1.0": "0.1",
    "0.2.3": "0.2.3",
    "0.3.1": "0.3.1",
    "0.4": "0.4",
    "0.4.0": "0.4",
    "1": "1.0",
    "1.0": "1.0",
    "1.0.0": "1.0",
}

STATUSES: Mapping[str, str] = {
    "in ontwikkeling": "in_development",
    "ontwikkeling": "in_development",
    "in development": "in_development",
    "in gebruik": "in_use",
    "in use": "in_use",
    "buiten gebruik": "out_of_use",
    "out of use": "out_of_use",
}

CATEGORIES: Mapping[str, str] = {
    "hoog risico ai systeem": "high_risk_ai",
    "hoog risico ai systeem (categorie a)": "high_risk_ai",
    "high risk ai system": "high_risk_ai",
    "impactvolle algoritmes": "impactful",
    "impactvolle algoritmes (categorie b)": "impactful",
    "impactful algorithms": "impactful",
    "overige algoritmes": "other",
    "overige algoritmes (categorie c)": "other",
    "other algorithms": "other",
}

LANGUAGES: Mapping[str, str] = {
    "nld": "nld",
    "ned": "nld",
    "nl": "nld",
    "dutch": "nld",
    "nederlands": "nld",
    "en": "eng",
    "eng": "eng",
    "english": "eng",
    "fry": "fry",
}

SELF_LEARNING: Mapping[str, str] = {"ja": "yes", "yes": "yes", "nee": "no", "no": "no"}

THEMES: Mapping[str, str] = {
    "organisatie en bedrijfsvoering": "organisation_and_operations",
    "organisation and business operations": "organisation_and_operations",
    "cultuur en recreatie": "culture_and_recreation",
    "culture and recreation": "culture_and_recreation",
    "economie": "economy",
    "economy": "economy",
    "overheidsfinanciën": "public_finance",
    "wonen": "housing",
    "internationaal": "international",
    "international": "international",
    "migratie en integratie": "migration_and_integration",
    "migration and integration": "migration_and_integration",
    "natuur en milieu": "nature_and_environment",
    "nature and environment": "nature_and_environment",
    "onderwijs en wetenschap": "education_and_science",
    "education and science": "education_and_science",
    "openbare orde en veiligheid": "public_order_and_safety",
    "public order and safety": "public_order_and_safety",
    "recht": "law",
    "law": "law",
    "ruimte en infrastructuur": "space_and_infrastructure",
    "space and infrastructure": "space_and_infrastructure",
    "sociale zekerheid": "social_security",
    "social security": "social_security",
    "verkeer": "traffic",
    "traffic": "traffic",
    "werk": "work",
    "work": "work",
    "zorg en gezondheid": "health_and_care",
    "health and healthcare": "health_and_care",
}
"""The themes of v1.0, and those of v0.4 that kept their name. English "Housing" is not among
them: it may be the Huisvesting of v0.4, which has no published successor."""

ASSESSMENTS: Mapping[str, str] = {
    "data protection impact assessment (dpia)": "dpia",
    "data protection impact assessment": "dpia",
    "dpia": "dpia",
    "gegevensbeschermingseffectbeoordeling": "dpia",
    "impact assessment mensenrechten en algoritmes (iama)": "iama",
    "impact assessment mensenrechten en algoritmes": "iama",
    "human rights and algorithms impact assessment (iama)": "iama",
    "iama": "iama",
    "fundamental rights impact assessment (fria)": "fria",
    "fundamental rights and impact assessment (fria)": "fria",
    "pre scan dpia": "prescan_dpia",
    "ai impact assessment (aiia)": "aiia",
    "ai impact assesment (aiia)": "aiia",  # the standard's own spelling
    "de ethische data assistant (deda)": "deda",
    "data ethics decision aid (deda)": "deda",
    "toetsingskader algemene rekenkamer": "ark",
    "assessment framework of the court of audit": "ark",
}
"""The titles that the standard itself proposes; what else a title says is not interpreted."""

MADE_IN_HOUSE = frozenset({"intern ontwikkeld", "internally developed", "developed internally"})
"""The words that the standard prescribes where there is no supplier."""

TYPES: Mapping[str, str] = {
    "Gemeente ": "municipality",
    "Municipality of ": "municipality",
    "Provincie ": "province",
    "Province of ": "province",
    "Waterschap ": "water_authority",
    "Water Board ": "water_authority",
}
"""How names begin that only such a body bears, in Dutch and in the register's translation.
"Omgevingsdienst NL" is an association, so there are no more of them."""

TOOI: Mapping[str, tuple[str, str]] = {
    "gm": ("gemeente", "municipality"),
    "pv": ("provincie", "province"),
    "ws": ("waterschap", "water_authority"),
    "mnre": ("ministerie", "central_government"),
}
"""What a code in the register of public bodies begins with: its list, and our type."""

NO_ANSWER = frozenset(
    [
        "n.v.t",
        "nvt",
        "n/a",
        "na",
        "not applicable",
        "niet van toepassing",
        "onbekend",
        "unknown",
        "geen",
        "none",
        "null",
        "nan",
        "niet beschikbaar",
        "not available",
        "nog niet bekend",
        "nnb",
        "n.n.b",
        "tbd",
        "ja",
        "nee",
        "yes",
        "no",
        "true",
        "false",
    ]
)
"""Whole texts that fill a field and say nothing that a text, link or date could hold."""
