"""Queries Prometheus for every expression of the dashboard, which must have data, and for every alert that it has loaded,
which must have been evaluated and must not fire. Prints what is wrong; the exit status is 1 if anything is.

usage: expressions.py http://HOST:PORT DASHBOARD.json ALERTS
"""
import json
import math
import sys
import urllib.error
import urllib.parse
import urllib.request

# What Grafana would substitute.
VARIABLES = {"$job": "ssh-resume", "$instance": ".*", "$__rate_interval": "1m", "$__range": "1h"}


def ask(base, path, **query):
    url = base + path + ("?" + urllib.parse.urlencode(query) if query else "")
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:  # the body says what is wrong
        return json.load(error)


def expressions(panels):
    for panel in panels:
        yield from expressions(panel.get("panels", []))
        for target in panel.get("targets", []):
            yield panel["title"], target["expr"]


def main(base, dashboard, alerts):
    wrong = []
    with open(dashboard, encoding="utf-8") as file:
        asked = list(expressions(json.load(file)["panels"]))
    for title, expression in asked:
        for name, value in VARIABLES.items():
            expression = expression.replace(name, value)
        answer = ask(base, "/api/v1/query", query=expression)
        if answer["status"] != "success":
            wrong.append(f"{title}: {answer['error']}\n  {expression}")
        elif all(math.isnan(float(series["value"][1])) for series in answer["data"]["result"]):
            wrong.append(f"{title}: no data\n  {expression}")
    rules = [rule for group in ask(base, "/api/v1/rules")["data"]["groups"] for rule in group["rules"]]
    if len(rules) != int(alerts):
        wrong.append(f"{len(rules)} alerts are loaded, not {alerts}")
    for rule in rules:
        if rule["health"] != "ok" or rule["state"] == "firing":
            wrong.append(f"alert {rule['name']}: {rule['health']}, {rule['state']}, {rule.get('lastError', '')}")
    print(f"{len(asked)} expressions in the dashboard, {len(rules)} alerts, {len(wrong)} problems")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
