# METADATA
# description: |
#   The manifest made total and typed. Generated from the schema by
#   `algocheck policy facts`; do not edit. What is absent, null, of a wrong type,
#   outside its values or malformed is "unknown"; a group stated as "none" means
#   none for each of its parts, and no for its yes/no parts.
package algocheck.facts

import data.algocheck.lib.dates
import data.algocheck.lib.forms
import data.algocheck.lib.logic

# What has a version is a manifest itself, whatever else it holds.
_is_in_envelope if {
	is_object(input.manifest)
	object.get(input, "manifest_version", "absent") == "absent"
}

_root := input.manifest if {
	_is_in_envelope
} else := input if {
	is_object(input)
} else := {}

# METADATA
# description: |
#   The day of the check; "unknown" where nobody gave it. Only beside the manifest:
#   a manifest cannot choose its own day.
today := input.today if {
	_is_in_envelope
	dates.exists(input.today)
} else := "unknown"

# A group that is stated as none stays the text "none": its parts see to it.
_group(object, key) := "none" if {
	object == "none"
} else := object[key] if {
	is_object(object[key])
} else := "none" if {
	object[key] == "none"
} else := {}

# METADATA
# description: |
#   Is the group at a path ("transparency.register") "stated" in any part, stated as
#   "none", or "unknown"? Asked of one group at a time: few rules ask, and of few.
group(path) := _state(_written(split(path, ".")), object.get(m, split(path, "."), {}))

# None for what a group is part of is none for the group.
_written(steps) := "none" if {
	some last, _ in steps
	object.get(_root, array.slice(steps, 0, last + 1), {}) == "none"
} else := object.get(_root, steps, {})

# `typed` is the group as rules read it: a misspelt or empty part states nothing.
_state(written, typed) := "none" if {
	written == "none"
} else := "stated" if {
	is_object(written)
	some part in typed
	not part in _blank
	_speaks(part)
} else := "unknown"

# What is no group states nothing, but keeps its position.
_entries(object, key) := [entry | some item in _items(object, key); entry := _entry(item)]

_entry(value) := value if {
	is_object(value)
} else := {}

_text(object, key) := "none" if {
	object == "none"
} else := object[key] if {
	is_string(object[key])
} else := "unknown"

_formed(object, key, form) := "none" if {
	object == "none"
} else := object[key] if {
	is_string(object[key])
	_fits(form, object[key])
} else := "unknown"

_placeless := {"none", "unknown"}

_fits(form, text) if {
	text in _placeless
} else if {
	form == "web"
	forms.web(text)
} else if {
	form == "slug"
	forms.slug(text)
} else if {
	form == "month"
	forms.month(text)
} else if {
	form == "numeral"
	forms.numeral(text)
} else if {
	form == "digits 8"
	forms.digits(text, 8)
} else if {
	form == "digits 20"
	forms.digits(text, 20)
} else if {
	form == "tooi"
	forms.tooi(text)
} else if {
	form == "sha256"
	forms.sha256(text)
} else if {
	form == "pinned"
	forms.pinned(text)
} else if {
	form == "language"
	forms.language(text)
}

_date(object, key) := "none" if {
	object == "none"
} else := object[key] if {
	is_string(object[key])
	dates.exists(object[key])
} else := object[key] if {
	object[key] in _placeless
} else := "unknown"

_number(object, key) := "none" if {
	object == "none"
} else := object[key] if {
	is_number(object[key])
} else := "none" if {
	object[key] == "none"
} else := "unknown"

_integer(object, key) := "unknown" if {
	is_number(object[key])
	object[key] != floor(object[key])
} else := _number(object, key)

_one_of(object, key, allowed) := "none" if {
	object == "none"
	"none" in allowed
} else := object[key] if {
	object[key] in allowed
} else := "unknown"

_yes_no(object, key, allowed) := "no" if {
	object == "none"
} else := "yes" if {
	object[key] == true
	"yes" in allowed
} else := "no" if {
	object[key] == false
} else := _one_of(object, key, allowed)

_exactly(object, key, value) := value if {
	object[key] == value
} else := "unknown"

_items(object, key) := [] if {
	object[key] == ["none"]
} else := object[key] if {
	is_array(object[key])
} else := []

_texts(object, key) := [text | some item in _items(object, key); text := _word(item)]

_word(item) := "unknown" if {
	item == "none"
} else := item if {
	is_string(item)
} else := "unknown"

_all_formed(object, key, form) := [text |
	some item in _items(object, key)
	text := _formed([_word(item)], 0, form)
]

_choices(object, key, allowed) := [choice |
	some item in _items(object, key)
	choice := _choice(item, allowed)
]

# "none" beside something else contradicts itself.
_choice(item, allowed) := "unknown" if {
	item == "none"
} else := item if {
	item in allowed
} else := "unknown"

# Is anything listed? `typed` is the list as rules read it.
_listed(object, key, typed) := "no" if {
	object == "none"
} else := "no" if {
	object[key] in _empty
} else := "yes" if {
	some item in typed
	_says(item)
} else := "unknown"

_empty := {"none", [], ["none"]}

_blank := {"unknown", "none", "", []}

# A text that only holds a place ("n.v.t.") tells nothing; numbers and answers do.
_tells(part) if {
	logic.stated(part) == "yes"
} else if {
	is_array(part)
	some item in part
	logic.stated(item) == "yes"
}

_says(item) if {
	is_object(item)
	some part in item
	not part in _blank
	_tells(part)
} else if {
	_tells(item)
}

_speaks(part) if {
	is_array(part)
	some item in part
	_says(item)
} else if {
	_says(part)
}

_values_1 := {"deployment", "supplier"}

_values_2 := {"in_development", "in_use", "out_of_use", "unknown"}

_values_3 := {"high_risk_ai", "impactful", "other", "unknown"}

_values_4 := {"culture_and_recreation", "economy", "education_and_science", "health_and_care", "housing", "international", "law", "migration_and_integration", "nature_and_environment", "organisation_and_operations", "public_finance", "public_order_and_safety", "social_security", "space_and_infrastructure", "traffic", "unknown", "work"}

_values_5 := {"0.1", "0.2.3", "0.3.1", "0.4", "1.0", "unknown"}

_values_6 := {"eng", "fry", "nld", "unknown"}

_values_7 := {"central_government", "environment_service", "joint_body", "municipality", "other", "province", "safety_region", "supplier", "unknown", "water_authority"}

_values_8 := {"no", "unknown", "yes"}

_values_9 := {"assembly_association", "childrens_rights", "data_protection", "education", "equal_treatment", "fair_trial", "family_life", "freedom_of_expression", "freedom_of_religion", "good_administration", "health", "housing", "human_dignity", "legal_protection", "other", "personal_integrity", "political_participation", "privacy", "property", "social_security", "unknown", "work"}

_values_10 := {"light", "not_weighed", "serious", "unknown", "very_serious"}

_values_11 := {"automated_decision", "data_processing", "decision", "task", "unknown"}

_values_12 := {"advice", "enforcement", "fraud_detection", "inspection_selection", "internal", "make_decision", "none", "prepare_decision", "service", "staff_decision", "unknown"}

_values_13 := {"factual", "legal", "none", "significant", "unknown"}

_values_14 := {"contributes", "no", "unknown", "yes"}

_values_15 := {"decision_support", "full", "full_if_favourable", "information", "signal", "unknown"}

_values_16 := {"generative_ai", "machine_learning", "rules", "statistics", "unknown"}

_values_17 := {"higher", "lower", "unknown"}

_values_18 := {"categorisation", "identification", "none", "unknown", "verification"}

_values_19 := {"medical", "other", "safety", "unknown"}

_values_20 := {"deployer", "none", "provider", "provider_and_deployer", "unknown"}

_values_21 := {"high_risk", "minimal", "not_determined", "prohibited", "transparency", "unknown"}

_values_22 := {"1", "2", "3", "4a", "4b", "5a", "5b", "5c", "5d", "6", "7", "8", "none", "unknown"}

_values_23 := {"a", "b", "c", "d", "none", "unknown"}

_values_24 := {"a", "b", "ba", "bb", "c", "d", "e", "f", "g", "h", "none", "unknown"}

_values_25 := {"accuracy", "human_oversight", "input_data", "limitations", "logs", "maintenance", "none", "risks", "unknown"}

_values_26 := {"age", "belief", "civil_status", "contract_type", "disability", "employment_hours", "nationality", "none", "other", "political_opinion", "race", "religion", "sex", "sexual_orientation", "unknown"}

_values_27 := {"6.1.a", "6.1.b", "6.1.c", "6.1.d", "6.1.e", "6.1.f", "none", "unknown"}

_values_28 := {"consent", "contract", "law", "none", "uavg40", "unknown"}

_values_29 := {"contest", "human_intervention", "none", "other", "own_view", "unknown"}

_values_30 := {"BIO", "BIO2", "ISO27001", "none", "other", "unknown"}

_values_31 := {"high", "low", "medium", "unknown"}

_values_32 := {"large_scale_special_categories", "none", "public_area_monitoring", "systematic_evaluation", "unknown"}

_values_33 := {"aiia", "ark", "bias_audit", "deda", "dpia", "equal_treatment", "fria", "iama", "kia", "other", "prescan_dpia", "unknown"}

_values_34 := {"draft", "final", "not_done", "unknown"}

_values_35 := {"affected_people", "ethics", "it", "legal", "none", "operations", "other", "policy", "privacy", "procurement", "supplier", "unknown", "works_council"}

_values_36 := {"education", "employment", "goods_services", "not_determined", "social_protection", "unilateral_government_action", "unknown"}

_values_37 := {"contributory", "decisive", "none", "sole", "unknown"}

_values_38 := {"direct", "indirect", "none", "unknown"}

_values_39 := {"aggregate", "proxy", "qualitative", "statistical", "unknown"}

_values_40 := {"generic", "individual", "none", "unknown"}

_values_41 := {"administrative_appeal", "direct_appeal", "none", "objection", "unknown"}

_values_42 := {"no", "not_applicable", "unknown", "yes"}

_values_43 := {"after_effect", "before_effect", "none", "on_request", "unknown"}

_values_44 := {"exempt", "not_published", "planned", "published", "unknown"}

_values_45 := {"before", "no", "on_request", "unknown", "with_decision"}

_values_46 := {"avg_13_4", "avg_14_5", "none", "uavg_41", "unknown"}

_values_47 := {"A1", "A2", "B1", "B2", "C1", "C2", "unknown"}

_values_48 := {"direct", "framework", "free", "in_house", "joint", "subscription", "tender", "unknown", "update"}

_values_49 := {"amsterdam_2021", "arbit_ai", "gibit", "mcc_ai_high", "mcc_ai_light", "own", "unknown"}

_values_50 := {"auditor", "authority", "none", "public", "unknown"}

_values_51 := {"contact_point", "controller", "data_source", "decision_maker", "deployer", "joint_controller", "maintainer", "processor", "provider", "recipient", "subprocessor", "unknown"}

_values_52 := {"contract", "covenant", "dvo", "joint_controller_arrangement", "mandate", "processing_agreement", "sla", "unknown", "wgr"}

_values_53 := {"digital_and_other", "digital_only", "not_public_facing", "unknown"}

_values_54 := {"A", "B", "C", "D", "E", "unknown"}

_values_55 := {"evaluation", "job_matching", "monitoring", "none", "recruitment", "selection", "task_allocation", "termination", "unknown"}

_values_56 := {"other", "personal_traits_or_behaviour", "unknown"}

_values_57 := {"applicants", "employees", "jobseekers_on_benefit", "none", "third_party_workers", "unknown"}

_values_58 := {"granted", "none", "not_required", "requested", "unknown"}

_values_59 := {"all", "none", "not_applicable", "sample", "unknown"}

_values_60 := {"affected_people", "authority", "deployer", "none", "provider", "unknown"}

_values_61 := {"audit", "bias_test", "contract", "decision", "declaration", "instructions", "other", "rules_verification", "unknown"}

_values_62 := {"authority", "deployer", "supplier", "third_party", "unknown"}

_g_algorithm := _group(_root, "algorithm")

_g_organization := _group(_root, "organization")

_g_purpose := _group(_root, "purpose")

_g_purpose_effectiveness := _group(_g_purpose, "effectiveness")

_g_decision := _group(_root, "decision")

_g_system := _group(_root, "system")

_g_ai_act := _group(_root, "ai_act")

_g_ai_act_derogation := _group(_g_ai_act, "derogation")

_g_ai_act_prohibited_screening := _group(_g_ai_act, "prohibited_screening")

_g_data := _group(_root, "data")

_g_data_training := _group(_g_data, "training")

_g_privacy := _group(_root, "privacy")

_g_privacy_automated_decision := _group(_g_privacy, "automated_decision")

_g_privacy_transfer := _group(_g_privacy, "transfer")

_g_privacy_prescan := _group(_g_privacy, "prescan")

_g_equal_treatment := _group(_root, "equal_treatment")

_g_equal_treatment_justification := _group(_g_equal_treatment, "justification")

_g_equal_treatment_random_sample := _group(_g_equal_treatment, "random_sample")

_g_legal_protection := _group(_root, "legal_protection")

_g_legal_protection_explanation := _group(_g_legal_protection, "explanation")

_g_legal_protection_decision_notice := _group(_g_legal_protection, "decision_notice")

_g_legal_protection_objection := _group(_g_legal_protection, "objection")

_g_legal_protection_case_file := _group(_g_legal_protection, "case_file")

_g_legal_protection_mandate := _group(_g_legal_protection, "mandate")

_g_human_oversight := _group(_root, "human_oversight")

_g_human_oversight_override := _group(_g_human_oversight, "override")

_g_transparency := _group(_root, "transparency")

_g_transparency_register := _group(_g_transparency, "register")

_g_transparency_governing_decision := _group(_g_transparency, "governing_decision")

_g_supplier := _group(_root, "supplier")

_g_supplier_product := _group(_g_supplier, "product")

_g_procurement := _group(_root, "procurement")

_g_procurement_joint_requirements := _group(_g_procurement, "joint_requirements")

_g_procurement_audit := _group(_g_procurement, "audit")

_g_procurement_data_rights := _group(_g_procurement, "data_rights")

_g_chain := _group(_root, "chain")

_g_inclusion := _group(_root, "inclusion")

_g_inclusion_accessibility := _group(_g_inclusion, "accessibility")

_g_labour := _group(_root, "labour")

_g_monitoring := _group(_root, "monitoring")

_g_monitoring_incidents := _group(_g_monitoring, "incidents")

_g_risks := _group(_root, "risks")

_g_records := _group(_root, "records")

_g_provenance := _group(_root, "provenance")

_algorithm := {
	"id": _formed(_g_algorithm, "id", "slug"),
	"name": _text(_g_algorithm, "name"),
	"lars": _formed(_g_algorithm, "lars", "numeral"),
	"description_short": _text(_g_algorithm, "description_short"),
	"version": _text(_g_algorithm, "version"),
	"status": _one_of(_g_algorithm, "status", _values_2),
	"begin_date": _formed(_g_algorithm, "begin_date", "month"),
	"end_date": _formed(_g_algorithm, "end_date", "month"),
	"publication_category": _one_of(_g_algorithm, "publication_category", _values_3),
	"themes": _choices(_g_algorithm, "themes", _values_4),
	"tags": _texts(_g_algorithm, "tags"),
	"standard_version": _one_of(_g_algorithm, "standard_version", _values_5),
	"public_page_url": _formed(_g_algorithm, "public_page_url", "web"),
	"source_register_url": _formed(_g_algorithm, "source_register_url", "web"),
	"revision_date": _date(_g_algorithm, "revision_date"),
	"last_changed": _date(_g_algorithm, "last_changed"),
} if {
	_g_algorithm != {}
} else := {
	"id": "unknown",
	"name": "unknown",
	"lars": "unknown",
	"description_short": "unknown",
	"version": "unknown",
	"status": "unknown",
	"begin_date": "unknown",
	"end_date": "unknown",
	"publication_category": "unknown",
	"themes": [],
	"tags": [],
	"standard_version": "unknown",
	"public_page_url": "unknown",
	"source_register_url": "unknown",
	"revision_date": "unknown",
	"last_changed": "unknown",
}

_organization := {
	"name": _text(_g_organization, "name"),
	"type": _one_of(_g_organization, "type", _values_7),
	"tooi_id": _formed(_g_organization, "tooi_id", "tooi"),
	"oin": _formed(_g_organization, "oin", "digits 20"),
	"department": _text(_g_organization, "department"),
	"contact": _text(_g_organization, "contact"),
} if {
	_g_organization != {}
} else := {
	"name": "unknown",
	"type": "unknown",
	"tooi_id": "unknown",
	"oin": "unknown",
	"department": "unknown",
	"contact": "unknown",
}

_purpose := {
	"problem": _text(_g_purpose, "problem"),
	"goal": _text(_g_purpose, "goal"),
	"impact": _text(_g_purpose, "impact"),
	"proportionality": _text(_g_purpose, "proportionality"),
	"disadvantages": _texts(_g_purpose, "disadvantages"),
	"subsidiarity": _text(_g_purpose, "subsidiarity"),
	"alternatives": _texts(_g_purpose, "alternatives"),
	"success_criteria": _text(_g_purpose, "success_criteria"),
	"effectiveness": {
		"evidence": _text(_g_purpose_effectiveness, "evidence"),
		"date": _date(_g_purpose_effectiveness, "date"),
	},
	"function_creep_controls": _text(_g_purpose, "function_creep_controls"),
	"public_task": _yes_no(_g_purpose, "public_task", _values_8),
} if {
	_g_purpose != {}
} else := {
	"problem": "unknown",
	"goal": "unknown",
	"impact": "unknown",
	"proportionality": "unknown",
	"disadvantages": [],
	"subsidiarity": "unknown",
	"alternatives": [],
	"success_criteria": "unknown",
	"effectiveness": {
		"evidence": "unknown",
		"date": "unknown",
	},
	"function_creep_controls": "unknown",
	"public_task": "unknown",
}

_decision := {
	"uses": _choices(_g_decision, "uses", _values_12),
	"process_name": _text(_g_decision, "process_name"),
	"deciding_body": _text(_g_decision, "deciding_body"),
	"effect": _one_of(_g_decision, "effect", _values_13),
	"awb_decision": _yes_no(_g_decision, "awb_decision", _values_14),
	"automation": _one_of(_g_decision, "automation", _values_15),
	"categorises_people": _yes_no(_g_decision, "categorises_people", _values_8),
	"profiling": _yes_no(_g_decision, "profiling", _values_8),
	"risk_selection": _yes_no(_g_decision, "risk_selection", _values_8),
	"can_be_adverse": _yes_no(_g_decision, "can_be_adverse", _values_8),
	"discretionary": _yes_no(_g_decision, "discretionary", _values_8),
	"affected_groups": [{
		"name": _text(entry, "name"),
		"vulnerable": _yes_no(entry, "vulnerable", _values_8),
		"minors": _yes_no(entry, "minors", _values_8),
		"size": _integer(entry, "size"),
	} |
		some entry in _entries(_g_decision, "affected_groups")
	],
} if {
	_g_decision != {}
} else := {
	"uses": [],
	"process_name": "unknown",
	"deciding_body": "unknown",
	"effect": "unknown",
	"awb_decision": "unknown",
	"automation": "unknown",
	"categorises_people": "unknown",
	"profiling": "unknown",
	"risk_selection": "unknown",
	"can_be_adverse": "unknown",
	"discretionary": "unknown",
	"affected_groups": [],
}

_system := {
	"technique": _one_of(_g_system, "technique", _values_16),
	"self_learning": _yes_no(_g_system, "self_learning", _values_8),
	"supplier_updates": _yes_no(_g_system, "supplier_updates", _values_8),
	"methods_and_models": _text(_g_system, "methods_and_models"),
	"limitations": _text(_g_system, "limitations"),
	"accuracy": [{
		"metric": _text(entry, "metric"),
		"value": _number(entry, "value"),
		"threshold": _number(entry, "threshold"),
		"better": _one_of(entry, "better", _values_17),
		"measured_on": _date(entry, "measured_on"),
		"group": _text(entry, "group"),
	} |
		some entry in _entries(_g_system, "accuracy")
	],
	"error_consequences": _text(_g_system, "error_consequences"),
	"interacts_with_people": _yes_no(_g_system, "interacts_with_people", _values_8),
	"generates_content": _yes_no(_g_system, "generates_content", _values_8),
	"publishes_content": _yes_no(_g_system, "publishes_content", _values_8),
	"biometric": _one_of(_g_system, "biometric", _values_18),
	"emotion_recognition": _yes_no(_g_system, "emotion_recognition", _values_8),
	"emotion_recognition_purpose": _one_of(_g_system, "emotion_recognition_purpose", _values_19),
	"used_in_education": _yes_no(_g_system, "used_in_education", _values_8),
	"accessibility_report": _text(_g_system, "accessibility_report"),
	"source_code_url": _formed(_g_system, "source_code_url", "web"),
	"source_code_reason": _text(_g_system, "source_code_reason"),
} if {
	_g_system != {}
} else := {
	"technique": "unknown",
	"self_learning": "unknown",
	"supplier_updates": "unknown",
	"methods_and_models": "unknown",
	"limitations": "unknown",
	"accuracy": [],
	"error_consequences": "unknown",
	"interacts_with_people": "unknown",
	"generates_content": "unknown",
	"publishes_content": "unknown",
	"biometric": "unknown",
	"emotion_recognition": "unknown",
	"emotion_recognition_purpose": "unknown",
	"used_in_education": "unknown",
	"accessibility_report": "unknown",
	"source_code_url": "unknown",
	"source_code_reason": "unknown",
}

_ai_act := {
	"ai_system": _yes_no(_g_ai_act, "ai_system", _values_8),
	"role": _one_of(_g_ai_act, "role", _values_20),
	"classification": _one_of(_g_ai_act, "classification", _values_21),
	"classification_evidence": _text(_g_ai_act, "classification_evidence"),
	"annex_iii": _choices(_g_ai_act, "annex_iii", _values_22),
	"annex_i": _yes_no(_g_ai_act, "annex_i", _values_8),
	"derogation": {
		"claimed": _yes_no(_g_ai_act_derogation, "claimed", _values_8),
		"condition": _one_of(_g_ai_act_derogation, "condition", _values_23),
		"documentation": _text(_g_ai_act_derogation, "documentation"),
		"registered": _yes_no(_g_ai_act_derogation, "registered", _values_8),
	},
	"prohibited_points": _choices(_g_ai_act, "prohibited_points", _values_24),
	"prohibited_screening": {
		"date": _date(_g_ai_act_prohibited_screening, "date"),
		"result": _text(_g_ai_act_prohibited_screening, "result"),
	},
	"in_service_since": _date(_g_ai_act, "in_service_since"),
	"significant_design_change": _date(_g_ai_act, "significant_design_change"),
	"provider_eu_db_url": _formed(_g_ai_act, "provider_eu_db_url", "web"),
	"deployer_eu_db_url": _formed(_g_ai_act, "deployer_eu_db_url", "web"),
	"instructions_for_use": _text(_g_ai_act, "instructions_for_use"),
	"instructions_cover": _choices(_g_ai_act, "instructions_cover", _values_25),
	"use_within_instructions": _yes_no(_g_ai_act, "use_within_instructions", _values_8),
	"declaration_of_conformity": _text(_g_ai_act, "declaration_of_conformity"),
	"ce_marking": _yes_no(_g_ai_act, "ce_marking", _values_8),
	"literacy_measures": _text(_g_ai_act, "literacy_measures"),
	"fria_notified_on": _date(_g_ai_act, "fria_notified_on"),
	"modified_or_rebranded": _yes_no(_g_ai_act, "modified_or_rebranded", _values_8),
} if {
	_g_ai_act != {}
} else := {
	"ai_system": "unknown",
	"role": "unknown",
	"classification": "unknown",
	"classification_evidence": "unknown",
	"annex_iii": [],
	"annex_i": "unknown",
	"derogation": {
		"claimed": "unknown",
		"condition": "unknown",
		"documentation": "unknown",
		"registered": "unknown",
	},
	"prohibited_points": [],
	"prohibited_screening": {
		"date": "unknown",
		"result": "unknown",
	},
	"in_service_since": "unknown",
	"significant_design_change": "unknown",
	"provider_eu_db_url": "unknown",
	"deployer_eu_db_url": "unknown",
	"instructions_for_use": "unknown",
	"instructions_cover": [],
	"use_within_instructions": "unknown",
	"declaration_of_conformity": "unknown",
	"ce_marking": "unknown",
	"literacy_measures": "unknown",
	"fria_notified_on": "unknown",
	"modified_or_rebranded": "unknown",
}

_data := {
	"sources": [{
		"name": _text(entry, "name"),
		"url": _formed(entry, "url", "web"),
		"controller": _text(entry, "controller"),
		"personal_data": _yes_no(entry, "personal_data", _values_8),
		"special_categories": _texts(entry, "special_categories"),
		"criminal_data": _yes_no(entry, "criminal_data", _values_8),
		"other_body": _yes_no(entry, "other_body", _values_8),
		"statutory_source": _yes_no(entry, "statutory_source", _values_8),
		"enforcement_history": _yes_no(entry, "enforcement_history", _values_8),
		"quality_checked_on": _date(entry, "quality_checked_on"),
		"representative": _yes_no(entry, "representative", _values_8),
		"under_own_control": _yes_no(entry, "under_own_control", _values_8),
		"agreement": _text(entry, "agreement"),
		"retention": _text(entry, "retention"),
		"licence": _text(entry, "licence"),
		"listed": {
			"special_categories": _listed(entry, "special_categories", _texts(entry, "special_categories")),
		},
	} |
		some entry in _entries(_g_data, "sources")
	],
	"variables": [{
		"name": _text(entry, "name"),
		"source": _text(entry, "source"),
		"purpose": _text(entry, "purpose"),
		"protected_ground": _one_of(entry, "protected_ground", _values_26),
		"proxy_for": _choices(entry, "proxy_for", _values_26),
		"justification": _text(entry, "justification"),
		"listed": {
			"proxy_for": _listed(entry, "proxy_for", _choices(entry, "proxy_for", _values_26)),
		},
	} |
		some entry in _entries(_g_data, "variables")
	],
	"training": {
		"used": _yes_no(_g_data_training, "used", _values_8),
		"provenance": _text(_g_data_training, "provenance"),
		"representativeness": _text(_g_data_training, "representativeness"),
		"bias_measures": _text(_g_data_training, "bias_measures"),
	},
	"correction_procedure": _text(_g_data, "correction_procedure"),
	"correction_reaches_recipients": _yes_no(_g_data, "correction_reaches_recipients", _values_8),
} if {
	_g_data != {}
} else := {
	"sources": [],
	"variables": [],
	"training": {
		"used": "unknown",
		"provenance": "unknown",
		"representativeness": "unknown",
		"bias_measures": "unknown",
	},
	"correction_procedure": "unknown",
	"correction_reaches_recipients": "unknown",
}

_privacy := {
	"personal_data": _yes_no(_g_privacy, "personal_data", _values_8),
	"gdpr_basis": _one_of(_g_privacy, "gdpr_basis", _values_27),
	"special_category_ground": _text(_g_privacy, "special_category_ground"),
	"criminal_data_ground": _text(_g_privacy, "criminal_data_ground"),
	"automated_decision": {
		"exception": _one_of(_g_privacy_automated_decision, "exception", _values_28),
		"provision": _text(_g_privacy_automated_decision, "provision"),
		"safeguards": _choices(_g_privacy_automated_decision, "safeguards", _values_29),
	},
	"processing_register_url": _formed(_g_privacy, "processing_register_url", "web"),
	"notice_url": _formed(_g_privacy, "notice_url", "web"),
	"notice_mentions_logic": _yes_no(_g_privacy, "notice_mentions_logic", _values_8),
	"rights_procedure_url": _formed(_g_privacy, "rights_procedure_url", "web"),
	"retention": _text(_g_privacy, "retention"),
	"minimisation": _text(_g_privacy, "minimisation"),
	"compatibility": _text(_g_privacy, "compatibility"),
	"transfer": {
		"outside_eea": _yes_no(_g_privacy_transfer, "outside_eea", _values_8),
		"instrument": _text(_g_privacy_transfer, "instrument"),
		"dtia": _text(_g_privacy_transfer, "dtia"),
	},
	"by_design": _text(_g_privacy, "by_design"),
	"security_framework": _one_of(_g_privacy, "security_framework", _values_30),
	"residual_risk": _one_of(_g_privacy, "residual_risk", _values_31),
	"prior_consultation_date": _date(_g_privacy, "prior_consultation_date"),
	"prescan": {
		"date": _date(_g_privacy_prescan, "date"),
		"new_legislation": _yes_no(_g_privacy_prescan, "new_legislation", _values_8),
		"risk_score": _number(_g_privacy_prescan, "risk_score"),
		"ap_items": _texts(_g_privacy_prescan, "ap_items"),
		"art35_3": _choices(_g_privacy_prescan, "art35_3", _values_32),
		"edpb_items": _texts(_g_privacy_prescan, "edpb_items"),
	},
} if {
	_g_privacy != {}
} else := {
	"personal_data": "unknown",
	"gdpr_basis": "unknown",
	"special_category_ground": "unknown",
	"criminal_data_ground": "unknown",
	"automated_decision": {
		"exception": "unknown",
		"provision": "unknown",
		"safeguards": [],
	},
	"processing_register_url": "unknown",
	"notice_url": "unknown",
	"notice_mentions_logic": "unknown",
	"rights_procedure_url": "unknown",
	"retention": "unknown",
	"minimisation": "unknown",
	"compatibility": "unknown",
	"transfer": {
		"outside_eea": "unknown",
		"instrument": "unknown",
		"dtia": "unknown",
	},
	"by_design": "unknown",
	"security_framework": "unknown",
	"residual_risk": "unknown",
	"prior_consultation_date": "unknown",
	"prescan": {
		"date": "unknown",
		"new_legislation": "unknown",
		"risk_score": "unknown",
		"ap_items": [],
		"art35_3": [],
		"edpb_items": [],
	},
}

_equal_treatment := {
	"grounds_screened": _choices(_g_equal_treatment, "grounds_screened", _values_26),
	"legal_domain": _one_of(_g_equal_treatment, "legal_domain", _values_36),
	"ethnicity_use": _one_of(_g_equal_treatment, "ethnicity_use", _values_37),
	"distinction": _one_of(_g_equal_treatment, "distinction", _values_38),
	"justification": {
		"legitimate_aim": _text(_g_equal_treatment_justification, "legitimate_aim"),
		"suitability": _text(_g_equal_treatment_justification, "suitability"),
		"necessity": _text(_g_equal_treatment_justification, "necessity"),
		"statutory_exception": _text(_g_equal_treatment_justification, "statutory_exception"),
	},
	"bias_tests": [{
		"date": _date(entry, "date"),
		"method": _one_of(entry, "method", _values_39),
		"groups": _choices(entry, "groups", _values_26),
		"metric": _text(entry, "metric"),
		"outcome": _text(entry, "outcome"),
		"threshold": _number(entry, "threshold"),
		"action": _text(entry, "action"),
		"uses_special_categories": _yes_no(entry, "uses_special_categories", _values_8),
		"special_category_ground": _text(entry, "special_category_ground"),
		"evidence": _text(entry, "evidence"),
		"listed": {
			"groups": _listed(entry, "groups", _choices(entry, "groups", _values_26)),
		},
	} |
		some entry in _entries(_g_equal_treatment, "bias_tests")
	],
	"random_sample": {
		"used": _yes_no(_g_equal_treatment_random_sample, "used", _values_8),
		"share_percent": _number(_g_equal_treatment_random_sample, "share_percent"),
		"compared_on": _text(_g_equal_treatment_random_sample, "compared_on"),
		"reason_not": _text(_g_equal_treatment_random_sample, "reason_not"),
	},
	"feedback_loop_analysis": _text(_g_equal_treatment, "feedback_loop_analysis"),
	"discrimination_protocol": _text(_g_equal_treatment, "discrimination_protocol"),
	"groups_consulted": _text(_g_equal_treatment, "groups_consulted"),
	"accommodation": _text(_g_equal_treatment, "accommodation"),
} if {
	_g_equal_treatment != {}
} else := {
	"grounds_screened": [],
	"legal_domain": "unknown",
	"ethnicity_use": "unknown",
	"distinction": "unknown",
	"justification": {
		"legitimate_aim": "unknown",
		"suitability": "unknown",
		"necessity": "unknown",
		"statutory_exception": "unknown",
	},
	"bias_tests": [],
	"random_sample": {
		"used": "unknown",
		"share_percent": "unknown",
		"compared_on": "unknown",
		"reason_not": "unknown",
	},
	"feedback_loop_analysis": "unknown",
	"discrimination_protocol": "unknown",
	"groups_consulted": "unknown",
	"accommodation": "unknown",
}

_legal_protection := {
	"explanation": {
		"level": _one_of(_g_legal_protection_explanation, "level", _values_40),
		"key_factors": _yes_no(_g_legal_protection_explanation, "key_factors", _values_8),
		"counterfactual": _yes_no(_g_legal_protection_explanation, "counterfactual", _values_8),
	},
	"decision_notice": {
		"mentions_algorithm": _yes_no(_g_legal_protection_decision_notice, "mentions_algorithm", _values_8),
		"states_reasons": _yes_no(_g_legal_protection_decision_notice, "states_reasons", _values_8),
		"states_remedy": _yes_no(_g_legal_protection_decision_notice, "states_remedy", _values_8),
		"template": _text(_g_legal_protection_decision_notice, "template"),
	},
	"remedy": _one_of(_g_legal_protection, "remedy", _values_41),
	"objection": {
		"procedure_url": _formed(_g_legal_protection_objection, "procedure_url", "web"),
		"explains_algorithm": _yes_no(_g_legal_protection_objection, "explains_algorithm", _values_8),
		"file_checklist": _texts(_g_legal_protection_objection, "file_checklist"),
		"reviewer_expertise": _yes_no(_g_legal_protection_objection, "reviewer_expertise", _values_8),
		"full_reconsideration": _yes_no(_g_legal_protection_objection, "full_reconsideration", _values_8),
		"feedback_to_owner": _yes_no(_g_legal_protection_objection, "feedback_to_owner", _values_8),
	},
	"case_file": {
		"inputs": _yes_no(_g_legal_protection_case_file, "inputs", _values_8),
		"rules_version": _yes_no(_g_legal_protection_case_file, "rules_version", _values_8),
		"output": _yes_no(_g_legal_protection_case_file, "output", _values_8),
		"standard_data_on_request": _yes_no(_g_legal_protection_case_file, "standard_data_on_request", _values_8),
		"kept_until_final": _yes_no(_g_legal_protection_case_file, "kept_until_final", _values_8),
	},
	"hearing_before_adverse": _yes_no(_g_legal_protection, "hearing_before_adverse", _values_42),
	"deviation_route": _text(_g_legal_protection, "deviation_route"),
	"complaint_url": _formed(_g_legal_protection, "complaint_url", "web"),
	"discrimination_route": _text(_g_legal_protection, "discrimination_route"),
	"secrecy_limits_explanation": _yes_no(_g_legal_protection, "secrecy_limits_explanation", _values_8),
	"mandate": {
		"decision_url": _formed(_g_legal_protection_mandate, "decision_url", "web"),
		"covers_system_decisions": _yes_no(_g_legal_protection_mandate, "covers_system_decisions", _values_8),
	},
} if {
	_g_legal_protection != {}
} else := {
	"explanation": {
		"level": "unknown",
		"key_factors": "unknown",
		"counterfactual": "unknown",
	},
	"decision_notice": {
		"mentions_algorithm": "unknown",
		"states_reasons": "unknown",
		"states_remedy": "unknown",
		"template": "unknown",
	},
	"remedy": "unknown",
	"objection": {
		"procedure_url": "unknown",
		"explains_algorithm": "unknown",
		"file_checklist": [],
		"reviewer_expertise": "unknown",
		"full_reconsideration": "unknown",
		"feedback_to_owner": "unknown",
	},
	"case_file": {
		"inputs": "unknown",
		"rules_version": "unknown",
		"output": "unknown",
		"standard_data_on_request": "unknown",
		"kept_until_final": "unknown",
	},
	"hearing_before_adverse": "unknown",
	"deviation_route": "unknown",
	"complaint_url": "unknown",
	"discrimination_route": "unknown",
	"secrecy_limits_explanation": "unknown",
	"mandate": {
		"decision_url": "unknown",
		"covers_system_decisions": "unknown",
	},
}

_human_oversight := {
	"description": _text(_g_human_oversight, "description"),
	"stage": _one_of(_g_human_oversight, "stage", _values_43),
	"reviewer_role": _text(_g_human_oversight, "reviewer_role"),
	"can_override": _yes_no(_g_human_oversight, "can_override", _values_8),
	"override": {
		"rate_percent": _number(_g_human_oversight_override, "rate_percent"),
		"cases": _integer(_g_human_oversight_override, "cases"),
		"period": _text(_g_human_oversight_override, "period"),
		"explanation": _text(_g_human_oversight_override, "explanation"),
	},
	"minutes_per_case": _number(_g_human_oversight, "minutes_per_case"),
	"training": _text(_g_human_oversight, "training"),
	"work_instruction": _text(_g_human_oversight, "work_instruction"),
	"automation_bias_measures": _text(_g_human_oversight, "automation_bias_measures"),
	"overrides_logged": _yes_no(_g_human_oversight, "overrides_logged", _values_8),
	"stop_procedure": _text(_g_human_oversight, "stop_procedure"),
	"knowledge_retention": _text(_g_human_oversight, "knowledge_retention"),
	"two_person_check": _yes_no(_g_human_oversight, "two_person_check", _values_42),
} if {
	_g_human_oversight != {}
} else := {
	"description": "unknown",
	"stage": "unknown",
	"reviewer_role": "unknown",
	"can_override": "unknown",
	"override": {
		"rate_percent": "unknown",
		"cases": "unknown",
		"period": "unknown",
		"explanation": "unknown",
	},
	"minutes_per_case": "unknown",
	"training": "unknown",
	"work_instruction": "unknown",
	"automation_bias_measures": "unknown",
	"overrides_logged": "unknown",
	"stop_procedure": "unknown",
	"knowledge_retention": "unknown",
	"two_person_check": "unknown",
}

_transparency := {
	"register": {
		"status": _one_of(_g_transparency_register, "status", _values_44),
		"url": _formed(_g_transparency_register, "url", "web"),
		"exemption_ground": _text(_g_transparency_register, "exemption_ground"),
	},
	"people_informed": _yes_no(_g_transparency, "people_informed", _values_45),
	"information_exception": _one_of(_g_transparency, "information_exception", _values_46),
	"ai_interaction_disclosed": _yes_no(_g_transparency, "ai_interaction_disclosed", _values_8),
	"content_marked": _yes_no(_g_transparency, "content_marked", _values_8),
	"content_disclosed": _yes_no(_g_transparency, "content_disclosed", _values_8),
	"language_level": _one_of(_g_transparency, "language_level", _values_47),
	"governing_decision": {
		"body": _text(_g_transparency_governing_decision, "body"),
		"date": _date(_g_transparency_governing_decision, "date"),
		"url": _formed(_g_transparency_governing_decision, "url", "web"),
	},
	"council_informed_on": _date(_g_transparency, "council_informed_on"),
	"woo_assessed_on": _date(_g_transparency, "woo_assessed_on"),
	"evaluation_url": _formed(_g_transparency, "evaluation_url", "web"),
} if {
	_g_transparency != {}
} else := {
	"register": {
		"status": "unknown",
		"url": "unknown",
		"exemption_ground": "unknown",
	},
	"people_informed": "unknown",
	"information_exception": "unknown",
	"ai_interaction_disclosed": "unknown",
	"content_marked": "unknown",
	"content_disclosed": "unknown",
	"language_level": "unknown",
	"governing_decision": {
		"body": "unknown",
		"date": "unknown",
		"url": "unknown",
	},
	"council_informed_on": "unknown",
	"woo_assessed_on": "unknown",
	"evaluation_url": "unknown",
}

_supplier := {
	"internal": _yes_no(_g_supplier, "internal", _values_8),
	"name": _text(_g_supplier, "name"),
	"kvk": _formed(_g_supplier, "kvk", "digits 8"),
	"product": {
		"name": _text(_g_supplier_product, "name"),
		"version": _text(_g_supplier_product, "version"),
	},
	"manifest_ref": _formed(_g_supplier, "manifest_ref", "pinned"),
	"subprocessors": [{
		"name": _text(entry, "name"),
		"country": _text(entry, "country"),
		"task": _text(entry, "task"),
	} |
		some entry in _entries(_g_supplier, "subprocessors")
	],
	"subprocessors_disclosed": _yes_no(_g_supplier, "subprocessors_disclosed", _values_8),
	"third_party_components": _yes_no(_g_supplier, "third_party_components", _values_8),
	"duties": [{
		"duty": _text(entry, "duty"),
		"assigned_to": _text(entry, "assigned_to"),
	} |
		some entry in _entries(_g_supplier, "duties")
	],
} if {
	_g_supplier != {}
} else := {
	"internal": "unknown",
	"name": "unknown",
	"kvk": "unknown",
	"product": {
		"name": "unknown",
		"version": "unknown",
	},
	"manifest_ref": "unknown",
	"subprocessors": [],
	"subprocessors_disclosed": "unknown",
	"third_party_components": "unknown",
	"duties": [],
}

_procurement := {
	"route": _one_of(_g_procurement, "route", _values_48),
	"update_date": _date(_g_procurement, "update_date"),
	"contract_date": _date(_g_procurement, "contract_date"),
	"clauses": [{
		"set": _one_of(entry, "set", _values_49),
		"version": _text(entry, "version"),
		"articles": _texts(entry, "articles"),
		"agreed_on": _date(entry, "agreed_on"),
		"listed": {
			"articles": _listed(entry, "articles", _texts(entry, "articles")),
		},
	} |
		some entry in _entries(_g_procurement, "clauses")
	],
	"requirements_in_tender": _yes_no(_g_procurement, "requirements_in_tender", _values_42),
	"joint_requirements": {
		"coordinated_by": _text(_g_procurement_joint_requirements, "coordinated_by"),
		"url": _formed(_g_procurement_joint_requirements, "url", "web"),
	},
	"explainability_duty": _yes_no(_g_procurement, "explainability_duty", _values_8),
	"register_cooperation": _yes_no(_g_procurement, "register_cooperation", _values_8),
	"technical_access": _one_of(_g_procurement, "technical_access", _values_50),
	"audit": {
		"right": _yes_no(_g_procurement_audit, "right", _values_8),
		"last_date": _date(_g_procurement_audit, "last_date"),
		"independent": _yes_no(_g_procurement_audit, "independent", _values_8),
		"publishable": _yes_no(_g_procurement_audit, "publishable", _values_8),
	},
	"deployer_supplies_data": _yes_no(_g_procurement, "deployer_supplies_data", _values_8),
	"data_rights": {
		"owner": _text(_g_procurement_data_rights, "owner"),
		"purpose_limited": _yes_no(_g_procurement_data_rights, "purpose_limited", _values_8),
		"destruction_proof": _yes_no(_g_procurement_data_rights, "destruction_proof", _values_8),
		"format": _text(_g_procurement_data_rights, "format"),
	},
	"bias_duty": _yes_no(_g_procurement, "bias_duty", _values_8),
	"risk_management_duty": _yes_no(_g_procurement, "risk_management_duty", _values_8),
	"risk_notice_duty": _yes_no(_g_procurement, "risk_notice_duty", _values_8),
	"change_notice_days": _integer(_g_procurement, "change_notice_days"),
	"secrecy_beyond_audit": _yes_no(_g_procurement, "secrecy_beyond_audit", _values_8),
	"liability_reviewed": _yes_no(_g_procurement, "liability_reviewed", _values_8),
	"exit_plan": _text(_g_procurement, "exit_plan"),
	"ip_evidence": _text(_g_procurement, "ip_evidence"),
	"information_agreement": _text(_g_procurement, "information_agreement"),
} if {
	_g_procurement != {}
} else := {
	"route": "unknown",
	"update_date": "unknown",
	"contract_date": "unknown",
	"clauses": [],
	"requirements_in_tender": "unknown",
	"joint_requirements": {
		"coordinated_by": "unknown",
		"url": "unknown",
	},
	"explainability_duty": "unknown",
	"register_cooperation": "unknown",
	"technical_access": "unknown",
	"audit": {
		"right": "unknown",
		"last_date": "unknown",
		"independent": "unknown",
		"publishable": "unknown",
	},
	"deployer_supplies_data": "unknown",
	"data_rights": {
		"owner": "unknown",
		"purpose_limited": "unknown",
		"destruction_proof": "unknown",
		"format": "unknown",
	},
	"bias_duty": "unknown",
	"risk_management_duty": "unknown",
	"risk_notice_duty": "unknown",
	"change_notice_days": "unknown",
	"secrecy_beyond_audit": "unknown",
	"liability_reviewed": "unknown",
	"exit_plan": "unknown",
	"ip_evidence": "unknown",
	"information_agreement": "unknown",
}

_chain := {
	"accountable_party": _text(_g_chain, "accountable_party"),
	"parties": [{
		"id": _text(entry, "id"),
		"name": _text(entry, "name"),
		"identifier": _text(entry, "identifier"),
		"type": _one_of(entry, "type", _values_7),
		"roles": _choices(entry, "roles", _values_51),
		"tasks": _text(entry, "tasks"),
		"contact_role": _text(entry, "contact_role"),
		"listed": {
			"roles": _listed(entry, "roles", _choices(entry, "roles", _values_51)),
		},
	} |
		some entry in _entries(_g_chain, "parties")
	],
	"agreements": [{
		"kind": _one_of(entry, "kind", _values_52),
		"parties": _texts(entry, "parties"),
		"url": _formed(entry, "url", "web"),
		"date": _date(entry, "date"),
		"evaluated_on": _date(entry, "evaluated_on"),
		"listed": {
			"parties": _listed(entry, "parties", _texts(entry, "parties")),
		},
	} |
		some entry in _entries(_g_chain, "agreements")
	],
	"policy_owner_role": _text(_g_chain, "policy_owner_role"),
	"operations_owner_role": _text(_g_chain, "operations_owner_role"),
	"incident_notice_hours": _integer(_g_chain, "incident_notice_hours"),
	"recipients": _texts(_g_chain, "recipients"),
	"duties": [{
		"duty": _text(entry, "duty"),
		"assigned_to": _text(entry, "assigned_to"),
	} |
		some entry in _entries(_g_chain, "duties")
	],
} if {
	_g_chain != {}
} else := {
	"accountable_party": "unknown",
	"parties": [],
	"agreements": [],
	"policy_owner_role": "unknown",
	"operations_owner_role": "unknown",
	"incident_notice_hours": "unknown",
	"recipients": [],
	"duties": [],
}

_inclusion := {
	"channel": _one_of(_g_inclusion, "channel", _values_53),
	"digital_only_basis": _text(_g_inclusion, "digital_only_basis"),
	"alternative_channel": _text(_g_inclusion, "alternative_channel"),
	"support": _text(_g_inclusion, "support"),
	"accessibility": {
		"statement_url": _formed(_g_inclusion_accessibility, "statement_url", "web"),
		"status": _one_of(_g_inclusion_accessibility, "status", _values_54),
		"standard": _text(_g_inclusion_accessibility, "standard"),
		"tested_on": _date(_g_inclusion_accessibility, "tested_on"),
	},
	"tested_with": _texts(_g_inclusion, "tested_with"),
	"representative_possible": _yes_no(_g_inclusion, "representative_possible", _values_8),
	"serves_non_dutch_speakers": _yes_no(_g_inclusion, "serves_non_dutch_speakers", _values_8),
	"languages": _all_formed(_g_inclusion, "languages", "language"),
	"outcome_monitored": _yes_no(_g_inclusion, "outcome_monitored", _values_8),
	"human_handover": _yes_no(_g_inclusion, "human_handover", _values_42),
} if {
	_g_inclusion != {}
} else := {
	"channel": "unknown",
	"digital_only_basis": "unknown",
	"alternative_channel": "unknown",
	"support": "unknown",
	"accessibility": {
		"statement_url": "unknown",
		"status": "unknown",
		"standard": "unknown",
		"tested_on": "unknown",
	},
	"tested_with": [],
	"representative_possible": "unknown",
	"serves_non_dutch_speakers": "unknown",
	"languages": [],
	"outcome_monitored": "unknown",
	"human_handover": "unknown",
}

_labour := {
	"uses": _choices(_g_labour, "uses", _values_55),
	"allocation_basis": _one_of(_g_labour, "allocation_basis", _values_56),
	"subjects": _choices(_g_labour, "subjects", _values_57),
	"workers_informed_on": _date(_g_labour, "workers_informed_on"),
	"works_council": _one_of(_g_labour, "works_council", _values_58),
	"applicants_informed": _yes_no(_g_labour, "applicants_informed", _values_8),
	"rejections_reviewed": _one_of(_g_labour, "rejections_reviewed", _values_59),
} if {
	_g_labour != {}
} else := {
	"uses": [],
	"allocation_basis": "unknown",
	"subjects": [],
	"workers_informed_on": "unknown",
	"works_council": "unknown",
	"applicants_informed": "unknown",
	"rejections_reviewed": "unknown",
}

_monitoring := {
	"plan": _text(_g_monitoring, "plan"),
	"last_review": _date(_g_monitoring, "last_review"),
	"next_review": _date(_g_monitoring, "next_review"),
	"drift_checks": _text(_g_monitoring, "drift_checks"),
	"staff_channel": _text(_g_monitoring, "staff_channel"),
	"public_channel": _text(_g_monitoring, "public_channel"),
	"incidents": {
		"procedure": _text(_g_monitoring_incidents, "procedure"),
		"owner_role": _text(_g_monitoring_incidents, "owner_role"),
		"notify": _choices(_g_monitoring_incidents, "notify", _values_60),
	},
	"log_retention_months": _integer(_g_monitoring, "log_retention_months"),
} if {
	_g_monitoring != {}
} else := {
	"plan": "unknown",
	"last_review": "unknown",
	"next_review": "unknown",
	"drift_checks": "unknown",
	"staff_channel": "unknown",
	"public_channel": "unknown",
	"incidents": {
		"procedure": "unknown",
		"owner_role": "unknown",
		"notify": [],
	},
	"log_retention_months": "unknown",
}

_risks := {
	"description": _text(_g_risks, "description"),
	"items": [{
		"right": _one_of(entry, "right", _values_9),
		"group": _text(entry, "group"),
		"severity": _one_of(entry, "severity", _values_31),
		"likelihood": _one_of(entry, "likelihood", _values_31),
		"measure": _text(entry, "measure"),
		"owner_role": _text(entry, "owner_role"),
	} |
		some entry in _entries(_g_risks, "items")
	],
} if {
	_g_risks != {}
} else := {
	"description": "unknown",
	"items": [],
}

_records := {
	"selection_list": _text(_g_records, "selection_list"),
	"versions_kept": _yes_no(_g_records, "versions_kept", _values_8),
	"decommission_plan": _text(_g_records, "decommission_plan"),
} if {
	_g_records != {}
} else := {
	"selection_list": "unknown",
	"versions_kept": "unknown",
	"decommission_plan": "unknown",
}

_provenance := {
	"imported_from": _text(_g_provenance, "imported_from"),
	"source_commit": _text(_g_provenance, "source_commit"),
	"retrieved": _date(_g_provenance, "retrieved"),
	"licence": _text(_g_provenance, "licence"),
	"empty_fields": _texts(_g_provenance, "empty_fields"),
} if {
	_g_provenance != {}
} else := {
	"imported_from": "unknown",
	"source_commit": "unknown",
	"retrieved": "unknown",
	"licence": "unknown",
	"empty_fields": [],
}

# METADATA
# description: Every fact of the schema, typed.
m := {
	"manifest_version": _exactly(_root, "manifest_version", 1),
	"kind": _one_of(_root, "kind", _values_1),
	"algorithm": _algorithm,
	"language": _one_of(_root, "language", _values_6),
	"organization": _organization,
	"purpose": _purpose,
	"rights": [{
		"right": _one_of(entry, "right", _values_9),
		"touched": _yes_no(entry, "touched", _values_8),
		"seriousness": _one_of(entry, "seriousness", _values_10),
		"justification": _text(entry, "justification"),
	} |
		some entry in _entries(_root, "rights")
	],
	"legal_basis": [{
		"title": _text(entry, "title"),
		"url": _formed(entry, "url", "web"),
		"identifier": _text(entry, "identifier"),
		"article": _text(entry, "article"),
		"scope": _one_of(entry, "scope", _values_11),
	} |
		some entry in _entries(_root, "legal_basis")
	],
	"decision": _decision,
	"system": _system,
	"ai_act": _ai_act,
	"data": _data,
	"privacy": _privacy,
	"assessments": [{
		"kind": _one_of(entry, "kind", _values_33),
		"title": _text(entry, "title"),
		"url": _formed(entry, "url", "web"),
		"date": _date(entry, "date"),
		"version": _text(entry, "version"),
		"status": _one_of(entry, "status", _values_34),
		"summary": _text(entry, "summary"),
		"next_review": _date(entry, "next_review"),
		"decided_by_role": _text(entry, "decided_by_role"),
		"dpo_advice_date": _date(entry, "dpo_advice_date"),
		"participants_roles": _choices(entry, "participants_roles", _values_35),
		"fria_questions_answered": _yes_no(entry, "fria_questions_answered", _values_8),
		"uses_provider_information": _yes_no(entry, "uses_provider_information", _values_8),
		"not_done_reason": _text(entry, "not_done_reason"),
		"evidence": _text(entry, "evidence"),
		"listed": {
			"participants_roles": _listed(entry, "participants_roles", _choices(entry, "participants_roles", _values_35)),
		},
	} |
		some entry in _entries(_root, "assessments")
	],
	"equal_treatment": _equal_treatment,
	"legal_protection": _legal_protection,
	"human_oversight": _human_oversight,
	"transparency": _transparency,
	"supplier": _supplier,
	"procurement": _procurement,
	"chain": _chain,
	"inclusion": _inclusion,
	"labour": _labour,
	"monitoring": _monitoring,
	"risks": _risks,
	"records": _records,
	"evidence": [{
		"id": _text(entry, "id"),
		"kind": _one_of(entry, "kind", _values_61),
		"title": _text(entry, "title"),
		"uri": _formed(entry, "uri", "web"),
		"sha256": _formed(entry, "sha256", "sha256"),
		"date": _date(entry, "date"),
		"issued_by": _one_of(entry, "issued_by", _values_62),
		"issuer_name": _text(entry, "issuer_name"),
	} |
		some entry in _entries(_root, "evidence")
	],
	"provenance": _provenance,
}

# METADATA
# description: The facts of the blocks that are there; in the others all are unknown.
stated := object.remove(m, _absent)

_absent := {name | some name, block in _blocks; block == {}}

_blocks := {
	"algorithm": _g_algorithm,
	"organization": _g_organization,
	"purpose": _g_purpose,
	"decision": _g_decision,
	"system": _g_system,
	"ai_act": _g_ai_act,
	"data": _g_data,
	"privacy": _g_privacy,
	"equal_treatment": _g_equal_treatment,
	"legal_protection": _g_legal_protection,
	"human_oversight": _g_human_oversight,
	"transparency": _g_transparency,
	"supplier": _g_supplier,
	"procurement": _g_procurement,
	"chain": _g_chain,
	"inclusion": _g_inclusion,
	"labour": _g_labour,
	"monitoring": _g_monitoring,
	"risks": _g_risks,
	"records": _g_records,
	"provenance": _g_provenance,
}

# METADATA
# description: Is anything listed? In three values, by the path of the list.
listed := {
	"algorithm.themes": _listed(_g_algorithm, "themes", m.algorithm.themes),
	"algorithm.tags": _listed(_g_algorithm, "tags", m.algorithm.tags),
	"purpose.disadvantages": _listed(_g_purpose, "disadvantages", m.purpose.disadvantages),
	"purpose.alternatives": _listed(_g_purpose, "alternatives", m.purpose.alternatives),
	"rights": _listed(_root, "rights", m.rights),
	"legal_basis": _listed(_root, "legal_basis", m.legal_basis),
	"decision.uses": _listed(_g_decision, "uses", m.decision.uses),
	"decision.affected_groups": _listed(_g_decision, "affected_groups", m.decision.affected_groups),
	"system.accuracy": _listed(_g_system, "accuracy", m.system.accuracy),
	"ai_act.annex_iii": _listed(_g_ai_act, "annex_iii", m.ai_act.annex_iii),
	"ai_act.prohibited_points": _listed(_g_ai_act, "prohibited_points", m.ai_act.prohibited_points),
	"ai_act.instructions_cover": _listed(_g_ai_act, "instructions_cover", m.ai_act.instructions_cover),
	"data.sources": _listed(_g_data, "sources", m.data.sources),
	"data.variables": _listed(_g_data, "variables", m.data.variables),
	"privacy.automated_decision.safeguards": _listed(_g_privacy_automated_decision, "safeguards", m.privacy.automated_decision.safeguards),
	"privacy.prescan.ap_items": _listed(_g_privacy_prescan, "ap_items", m.privacy.prescan.ap_items),
	"privacy.prescan.art35_3": _listed(_g_privacy_prescan, "art35_3", m.privacy.prescan.art35_3),
	"privacy.prescan.edpb_items": _listed(_g_privacy_prescan, "edpb_items", m.privacy.prescan.edpb_items),
	"assessments": _listed(_root, "assessments", m.assessments),
	"equal_treatment.grounds_screened": _listed(_g_equal_treatment, "grounds_screened", m.equal_treatment.grounds_screened),
	"equal_treatment.bias_tests": _listed(_g_equal_treatment, "bias_tests", m.equal_treatment.bias_tests),
	"legal_protection.objection.file_checklist": _listed(_g_legal_protection_objection, "file_checklist", m.legal_protection.objection.file_checklist),
	"supplier.subprocessors": _listed(_g_supplier, "subprocessors", m.supplier.subprocessors),
	"supplier.duties": _listed(_g_supplier, "duties", m.supplier.duties),
	"procurement.clauses": _listed(_g_procurement, "clauses", m.procurement.clauses),
	"chain.parties": _listed(_g_chain, "parties", m.chain.parties),
	"chain.agreements": _listed(_g_chain, "agreements", m.chain.agreements),
	"chain.recipients": _listed(_g_chain, "recipients", m.chain.recipients),
	"chain.duties": _listed(_g_chain, "duties", m.chain.duties),
	"inclusion.tested_with": _listed(_g_inclusion, "tested_with", m.inclusion.tested_with),
	"inclusion.languages": _listed(_g_inclusion, "languages", m.inclusion.languages),
	"labour.uses": _listed(_g_labour, "uses", m.labour.uses),
	"labour.subjects": _listed(_g_labour, "subjects", m.labour.subjects),
	"monitoring.incidents.notify": _listed(_g_monitoring_incidents, "notify", m.monitoring.incidents.notify),
	"risks.items": _listed(_g_risks, "items", m.risks.items),
	"evidence": _listed(_root, "evidence", m.evidence),
	"provenance.empty_fields": _listed(_g_provenance, "empty_fields", m.provenance.empty_fields),
}
