"""algocheck asks an OPA as it is deployed: one question is all that it needs to be permitted."""

from algocheck.bundles import shipped
from algocheck.engine.opa import start
from algocheck.engine.settings import Server, Settings
from deploy.deployed import TOKEN, Opa


def test_algocheck_gets_its_answers_from_a_deployed_opa(deployed: Opa):
    url = f"http://127.0.0.1:{deployed.port}"
    bundle = shipped()._replace(revision="first")
    engine = start(bundle, Settings(server=Server((url,), TOKEN)))
    answer = engine.query("algocheck.main.evaluation", {"manifest": {}, "today": "2027-01-01"})
    engine.close()

    assert answer["answers"].keys() == {rule.id for rule in bundle.rules}
