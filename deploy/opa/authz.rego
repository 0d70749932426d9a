# METADATA
# description: |
#   Who may ask what: a known caller may put a manifest to the policies, anybody may ask
#   whether this OPA is well, and that is all. Nobody can read or change policies and
#   data here; those come in a signed bundle.
package system.authz

default allow := {
	"allowed": false,
	"reason": "only POST to v1/data/algocheck/main/{report,evaluation,complete,deny,warn}, with a token, and GET of health are allowed",
}

allow := {"allowed": true} if {
	_asks_health
} else := {"allowed": true} if {
	_asks_for_a_judgement
	_known_caller
} else := {
	"allowed": false,
	"reason": "send the header \"Authorization: Bearer TOKEN\" with a token that is known here",
} if {
	_asks_for_a_judgement
}

_asks_health if {
	input.method == "GET"
	input.path == ["health"]
}

_asks_for_a_judgement if {
	input.method == "POST"
	count(input.path) == 5
	array.slice(input.path, 0, 4) == ["v1", "data", "algocheck", "main"]
	input.path[4] in _documents
	object.keys(input.params) - _parameters == set()
}

_documents := {"report", "evaluation", "complete", "deny", "warn"}

# Not `explain`: a trace repeats the manifest many times over.
_parameters := {"provenance", "strict-builtin-errors", "metrics", "pretty"}

# Tokens are kept as digests: what is on file here opens nothing.
_known_caller if {
	count(input.identity) >= 32
	data.deployment.callers[crypto.sha256(input.identity)]
}
