"""Reads templates as a JSON object of texts by name, and writes what cfn-lint calls errors in each."""

import json
import sys

from cfnlint.config import ConfigMixIn
from cfnlint.decode import decode_str
from cfnlint.runner import Runner

RUNNER = Runner(ConfigMixIn([], regions=["eu-west-1"]))


def errors(text):
    template, problems = decode_str(text)
    found = problems or list(RUNNER.validate_template(template))
    return sorted({f"{match.rule.id} {match.message}" for match in found if match.rule.id.startswith("E")})


if __name__ == "__main__":
    json.dump({name: errors(text) for name, text in json.load(sys.stdin).items()}, sys.stdout)
