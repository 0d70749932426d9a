# METADATA
# title: A digital service has another way in, or a law that prescribes the digital one
# description: |
#   Who has no computer, cannot read well or does not dare to go online has the same right
#   to a service as anybody else. A service that exists only online needs another way in, by
#   letter, by telephone or at a desk, or a law that prescribes the digital way.
# custom:
#   code: DI-01
#   severity: high
#   owner: deployer
#   kind: law
#   laws:
#     - {law: awb, article: "2:1", to_verify: "does this article carry the duty? check before publishing"}
#     - {law: charter, article: "41", checked: memory, to_verify: "does this article carry the duty? check before publishing"}
#   nl:
#     title: Naast een digitale dienst is er een andere weg, of een wet die alleen digitaal voorschrijft
#     description: |
#       Wie geen computer heeft, niet goed kan lezen of niet online durft, heeft net zo veel
#       recht op een dienst als ieder ander. Een dienst die alleen online bestaat, heeft een
#       andere weg nodig: per brief, per telefoon of aan een balie. Of er is een wet die de
#       digitale weg voorschrijft.
#     remedy: Open een weg zonder internet en beschrijf die, of noem het wetsartikel dat de digitale weg voorschrijft.
#   en:
#     remedy: Open a way without the internet and describe it, or name the article of law that prescribes the digital way.
package algocheck.rules.inclusion["digital-only"]

import data.algocheck.facts.m
import data.algocheck.lib.logic

applies := logic.one_of(m.inclusion.channel, {"digital_only"})

requires := [{
	"path": ["inclusion", "alternative_channel"],
	"met": logic.any_of([
		logic.stated(m.inclusion.alternative_channel),
		logic.stated(m.inclusion.digital_only_basis),
	]),
}]
