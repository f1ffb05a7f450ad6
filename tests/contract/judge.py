#!/usr/bin/env python3
# SPDX-FileCopyrightText: Snapdeck contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges recorded exchanges by a vendor's OpenAPI contract.

usage: judge.py [--other-errors] CONTRACT EXCHANGES

CONTRACT is an OpenAPI document (3.0 or 3.1, JSON). EXCHANGES holds one exchange a line, as JSON:
method, path, query (a list of [name, value]), requestHeaders, requestBody, status,
responseHeaders, responseBody.

Each request is judged by its path, method, query and header parameters and body, each answer with
a status 2xx by its body, any other answer by the documented envelope of errors. A field that the
contract does not name is wrong too: a misspelt optional field would pass otherwise.

An error that the operation does not declare is a complaint. With --other-errors it is judged by
the error that the operation does declare: for exchanges with clouds that were told to fail.

Every complaint is one line that names the exchange and the field. Ends with 0 when there is none,
1 when there are some, 2 when there was nothing to judge.
"""

import json
import re
import sys
from urllib.parse import unquote

from jsonschema import Draft202012Validator, FormatChecker

FORMATS = FormatChecker(())
COMBINED = ("$ref", "allOf", "anyOf", "oneOf")
# What a header parameter can't be: OpenAPI ignores these.
NEVER_PARAMETERS = ("accept", "content-type", "authorization")
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


@FORMATS.checks("date-time")
def is_date_time(value):
    return not isinstance(value, str) or DATE_TIME.fullmatch(value) is not None


@FORMATS.checks("uuid")
def is_uuid(value):
    text = r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
    return not isinstance(value, str) or re.fullmatch(text, value) is not None


@FORMATS.checks("decimal")
def is_decimal(value):
    return not isinstance(value, str) or re.fullmatch(r"-?\d+(\.\d+)?", value) is not None


class Contract:
    """The document, with its schemas made ready for a validator of JSON Schema 2020-12."""

    def __init__(self, document):
        self.document = document
        self.paths = [
            (self.pattern(template), template, item)
            for template, item in document["paths"].items()
        ]
        # Literal parts are preferred to placeholders.
        self.paths.sort(key=lambda entry: entry[1].count("{"))

    @staticmethod
    def pattern(template):
        parts = re.split(r"\{([^}]+)\}", template)
        literal = [re.escape(part) for part in parts[::2]]
        return re.compile("([^/]+)".join(literal)), parts[1::2]

    def find(self, path):
        for (pattern, names), _, item in self.paths:
            match = pattern.fullmatch(path)
            if match:
                return item, dict(zip(names, map(unquote, match.groups())))
        return None, {}

    def resolve(self, node):
        while isinstance(node, dict) and "$ref" in node:
            target = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def schema(self, node, inside=()):
        """References put in place, OpenAPI's nullable spelt out, objects closed."""
        reference = node.get("$ref") if isinstance(node, dict) else None
        if reference in inside:
            return {}  # a schema that holds itself is judged to its first depth
        node = self.resolve(node)
        if not isinstance(node, dict):
            return node
        inside = (*inside, reference) if reference else inside
        ready = dict(node)
        for key in ("items", "additionalProperties", "not"):
            if isinstance(node.get(key), dict):
                ready[key] = self.schema(node[key], inside)
        for key in ("allOf", "anyOf", "oneOf", "prefixItems"):
            if key in node:
                ready[key] = [self.schema(entry, inside) for entry in node[key]]
        if "properties" in node:
            ready["properties"] = {
                name: self.schema(entry, inside) for name, entry in node["properties"].items()
            }
            if "additionalProperties" not in node and not any(key in node for key in COMBINED):
                ready["additionalProperties"] = False
        if node.get("nullable") is True and isinstance(node.get("type"), str):
            ready["type"] = [node["type"], "null"]
            if "enum" in node:
                ready["enum"] = [*node["enum"], None]
        return ready


class Judge:
    def __init__(self, contract, other_errors):
        self.contract = contract
        self.other_errors = other_errors
        self.complaints = []

    def complain(self, where, what):
        self.complaints.append(f"{where}: {what}")

    def validate(self, where, schema, value):
        validator = Draft202012Validator(self.contract.schema(schema), format_checker=FORMATS)
        for error in sorted(validator.iter_errors(value), key=lambda one: one.json_path):
            self.complain(f"{where}{error.json_path.removeprefix('$')}", error.message[:300])

    def judge(self, exchange):
        method = exchange["method"].lower()
        item, captured = self.contract.find(exchange["path"])
        if item is None:
            self.complain("path", f"{exchange['path']} is not in the contract")
        elif method not in item:
            self.complain("method", f"{exchange['method']} is not in the contract")
        else:
            operation = item[method]
            parameters = [
                self.contract.resolve(parameter)
                for parameter in item.get("parameters", []) + operation.get("parameters", [])
            ]
            self.judge_parameters(parameters, captured, exchange["query"])
            self.judge_headers(parameters, exchange["requestHeaders"])
            self.judge_request_body(operation, exchange)
            self.judge_answer(operation, exchange)

    def judge_parameters(self, parameters, captured, query):
        sent = {}
        for name, value in query:
            sent.setdefault(name, []).append(value)
        known = {entry["name"]: entry for entry in parameters if entry["in"] == "query"}
        for name in sent.keys() - known.keys():
            self.complain(f"query {name}", "is not a parameter of this operation")
        for name, parameter in known.items():
            if name in sent:
                self.judge_value(f"query {name}", parameter["schema"], sent[name])
            elif parameter.get("required"):
                self.complain(f"query {name}", "is missing")
        for parameter in parameters:
            if parameter["in"] == "path" and parameter["name"] in captured:
                name = parameter["name"]
                self.judge_value(f"path {name}", parameter["schema"], [captured[name]])

    def judge_headers(self, parameters, headers):
        sent = {name.lower(): value for name, value in headers.items()}
        for parameter in parameters:
            name = parameter["name"]
            if parameter["in"] != "header" or name.lower() in NEVER_PARAMETERS:
                continue
            if name.lower() in sent:
                self.judge_value(f"header {name}", parameter["schema"], [sent[name.lower()]])
            elif parameter.get("required"):
                self.complain(f"header {name}", "is missing")

    def judge_value(self, where, schema, texts):
        schema = self.contract.schema(schema)
        if schema.get("type") == "array":
            item = schema.get("items", {})
            self.validate(where, schema, [typed(item, text) for text in texts])
        elif len(texts) > 1:
            self.complain(where, "is given more than once")
        else:
            self.validate(where, schema, typed(schema, texts[0]))

    def judge_request_body(self, operation, exchange):
        body = self.contract.resolve(operation.get("requestBody"))
        text = exchange["requestBody"]
        if body is None:
            if text:
                self.complain("request body", "must be empty")
        elif text:
            self.judge_json("request body", body["content"], text)
        elif body.get("required"):
            self.complain("request body", "is missing")

    def judge_answer(self, operation, exchange):
        status = str(exchange["status"])
        answers = operation["responses"]
        answer = answers.get(status, answers.get(f"{status[0]}XX", answers.get("default")))
        if answer is None and self.other_errors and exchange["status"] >= 400:
            declared = sorted(one for one in answers if one[0] in "45")
            answer = answers[declared[0]] if declared else None
        if answer is None:
            self.complain("status", f"{status} is not documented")
            return
        content = self.contract.resolve(answer).get("content")
        if content:
            self.judge_json("response body", content, exchange["responseBody"])
            return
        if exchange["responseBody"]:
            self.complain("response body", "must be empty")
        if any(name.lower() == "content-type" for name in exchange["responseHeaders"]):
            self.complain("response header Content-Type", "must not be sent without a body")

    def judge_json(self, where, content, text):
        try:
            value = json.loads(text)
        except ValueError as error:
            self.complain(where, f"is not JSON: {error}")
            return
        if "application/json" not in content:
            self.complain(where, "is not documented as JSON")
        elif "schema" in content["application/json"]:
            self.validate(where, content["application/json"]["schema"], value)


def typed(schema, text):
    """The value that a parameter's text stands for; the text itself when it stands for none."""
    kind = schema.get("type")
    kinds = kind if isinstance(kind, list) else [kind]
    if "integer" in kinds and re.fullmatch(r"-?\d+", text):
        return int(text)
    if "number" in kinds and re.fullmatch(r"-?\d+(\.\d+)?", text):
        return float(text)
    if "boolean" in kinds and text in ("true", "false"):
        return text == "true"
    return text


def main(arguments):
    other_errors = arguments[:1] == ["--other-errors"]
    if other_errors:
        arguments = arguments[1:]
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[0], encoding="utf-8") as file:
        contract = Contract(json.load(file))
    with open(arguments[1], encoding="utf-8") as file:
        exchanges = [json.loads(line) for line in file if line.strip()]
    count = 0
    for number, exchange in enumerate(exchanges, 1):
        judge = Judge(contract, other_errors)
        judge.judge(exchange)
        count += len(judge.complaints)
        for complaint in judge.complaints:
            line = f"{exchange['method']} {exchange['path']} {exchange['status']}"
            print(f"exchange {number}, {line}: {complaint}")
    print(f"{len(exchanges)} exchanges, {count} complaints")
    if not exchanges:
        return 2
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
