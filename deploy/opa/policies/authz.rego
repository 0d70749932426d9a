# METADATA
# description: |
#   Who may ask what: a known caller may put a manifest to the policies and see which
#   policies these are, anybody may ask whether this OPA is well, and that is all. Nobody
#   can read or change policies and data here; those come in a signed bundle.
package system.authz

# METADATA
# description: What OPA asks before it does anything for a request.
allow := {"allowed": true} if {
	_asks_health
} else := {"allowed": true} if {
	_is_for_callers
	_known_caller
} else := {
	"allowed": false,
	"reason": "send the header \"Authorization: Bearer TOKEN\" with a token that is known here",
} if {
	_is_for_callers
} else := {
	"allowed": false,
	"reason": "all there is: POST v1/data/algocheck/main/{report,evaluation,complete,deny,warn}, GET v1/data/system/bundles, GET health",
}

_asks_health if {
	input.method == "GET"
	input.path == ["health"]
}

_is_for_callers if {
	input.method == "POST"
	count(input.path) == 5
	array.slice(input.path, 0, 4) == ["v1", "data", "algocheck", "main"]
	input.path[4] in _documents
	object.keys(input.params) - _parameters == set()
}

# Their manifests: whoever takes an answer should know the digest of what gave it.
_is_for_callers if {
	input.method == "GET"
	input.path == ["v1", "data", "system", "bundles"]
	input.params == {}
}

_documents := {"report", "evaluation", "complete", "deny", "warn"}

# Not `explain`: a trace repeats the manifest many times over.
_parameters := {"provenance", "strict-builtin-errors", "metrics", "pretty"}

# A caller is NAME=DIGEST: what is on file here opens nothing.
_known_caller if {
	count(input.identity) >= 32
	some caller in regex.split(`[\s,]+`, opa.runtime().env.ALGOCHECK_CALLERS)
	endswith(caller, concat("", ["=", crypto.sha256(input.identity)]))
}
