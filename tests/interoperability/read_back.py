#!/usr/bin/env python3
"""Reads every format that entente exports with the programs that it is meant for, and compares all that they read with the network.

Usage: read_back.py ENTENTE NETWORK [--options "EXPORT OPTIONS"] [--gephi COMMAND]

Exports NETWORK to a temporary directory in each format; NETWORK may also be records of documents. The truth is the node-link JSON, which tests of the exporter compare with the network itself;
the readers are NetworkX, igraph, Graphviz (gvpr) and Python's own csv. Each node, edge and attribute that a reader has is compared, with its type;
parallel edges must all be there. Prints a line a reader and format; ends with status 1 where anything is lost or changed.

With --gephi, compares instead what Gephi reads: COMMAND runs GephiRead.java, which see.
"""
import argparse
import csv
import json
import math
import os
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as xml

LOOK = ("size", "r", "g", "b", "x", "y")
FORMATS = {"graphml": "graphml", "gexf": "gexf", "json": "json", "dot": "dot", "csv-nodes": "nodes.csv", "csv-edges": "edges.csv",
           "neo4j-nodes": "neo4j-nodes.csv", "neo4j-edges": "neo4j-edges.csv", "edges": "tsv"}


class Seen:
    """What a reader saw: attributes by node id, and by (source, target, relation)."""

    def __init__(self, nodes, edges):
        self.nodes, self.edges = dict(nodes), {}
        for key, attributes in edges:
            if key in self.edges:
                raise AssertionError(f"edge {key} was read twice")
            self.edges[key] = attributes


def joined(value):
    """Lists as the formats without lists write them."""
    return "|".join(value) if isinstance(value, list) else value


def truth(folder):
    with open(f"{folder}/n.json", encoding="utf-8") as file:
        network = json.load(file)
    for edge in network["edges"]:
        edge["evidence"] = edge["evidence"][0]["text"]
    nodes = {node["id"]: {k: joined(v) for k, v in node.items() if k != "id"} for node in network["nodes"]}
    edges = [((e["source"], e["target"], e["relation"]), {k: joined(v) for k, v in e.items() if k not in ("source", "target", "key")})
             for e in network["edges"]]
    return Seen(nodes.items(), edges)


def plain(text):
    """XML holds no control characters, and a line break or tab in a value is as good as a space."""
    return " ".join("".join(c for c in text if c >= " " or c.isspace()).split())


def same(expected, found, typed):
    if isinstance(expected, str):
        return plain(expected) == plain(str(found))
    if typed and isinstance(expected, bool) != isinstance(found, bool):
        return False
    if isinstance(expected, bool):
        return expected == (found if isinstance(found, bool) else str(found).lower() == "true")
    try:
        number = float(found)
    except (TypeError, ValueError):
        return False
    # Gephi keeps places and sizes in single precision.
    return math.isclose(number, expected, rel_tol=1e-6) and (not typed or isinstance(found, (int, float)))


class Report:
    def __init__(self):
        self.failures = 0

    def fail(self, what):
        self.failures += 1
        if self.failures <= 20:
            print(f"  {what}", file=sys.stderr)

    def compare_items(self, what, expected, found, typed, without):
        """@return the names of the attributes compared."""
        if set(expected) != set(found):
            self.fail(f"{what}: {len(expected)} expected, {len(found)} read; e.g. {sorted(set(expected) ^ set(found), key=str)[:3]}")
        keys = set()
        for item in set(expected) & set(found):
            for key, value in expected[item].items():
                if key in without:
                    continue
                keys.add(key)
                if key in found[item] and found[item][key] is not None:
                    if not same(value, found[item][key], typed):
                        self.fail(f"{what} {item}: {key} is {found[item][key]!r}, expected {value!r}")
                elif value != "":
                    self.fail(f"{what} {item}: {key} is missing, expected {value!r}")
        return keys

    def compare_edges(self, reader, kind, expected, found, keys):
        """For a format that holds no more of the network."""
        edges = {edge: {k: v for k, v in attributes.items() if k in keys} for edge, attributes in expected.edges.items()}
        nodes = {node: {} for edge in edges for node in edge[:2]}
        self.compare(reader, kind, Seen(nodes.items(), edges.items()), found)

    def compare(self, reader, kind, expected, found, typed=True, without=(), without_edges=None):
        before = self.failures
        node_keys = self.compare_items(f"{reader} {kind} node", expected.nodes, found.nodes, typed, without)
        edge_keys = self.compare_items(f"{reader} {kind} edge", expected.edges, found.edges, typed, without if without_edges is None else without_edges)
        print(f"{reader:24} {kind:8} {len(found.nodes):6} nodes {len(found.edges):6} edges {len(node_keys):3} + {len(edge_keys)} attributes  "
              + ("as written" if self.failures == before else "DIFFERENT"))


# NetworkX

def networkx_seen(graph):
    import networkx
    graph = networkx.MultiDiGraph(graph)
    edges = [((s, t, d["relation"]), {"id": key, **d}) for s, t, key, d in graph.edges(keys=True, data=True)]
    return Seen(graph.nodes(data=True), edges)


def networkx_graphml(folder):
    import networkx
    return networkx_seen(networkx.read_graphml(f"{folder}/n.graphml", force_multigraph=True))


def networkx_json(folder):
    import inspect

    import networkx
    with open(f"{folder}/n.json", encoding="utf-8") as file:
        data = json.load(file)
    # The name of the list of edges is "edges" since NetworkX 3.4; before, it has to be said.
    parameters = inspect.signature(networkx.node_link_graph).parameters
    graph = networkx.node_link_graph(data, **({"edges": "edges"} if "edges" in parameters else {"link": "edges"}))
    assert graph.is_directed() and graph.is_multigraph()
    seen = networkx_seen(graph)
    for attributes in seen.edges.values():
        attributes["evidence"] = attributes["evidence"][0]["text"]
    for attributes in list(seen.nodes.values()) + list(seen.edges.values()):
        for key in ("names", "claimed_by"):
            if key in attributes:
                attributes[key] = joined(attributes[key])
    return seen


def networkx_edges(folder):
    import networkx
    graph = networkx.read_edgelist(f"{folder}/n.tsv", delimiter="\t", create_using=networkx.MultiDiGraph, comments=None,
                                   data=(("relation", str), ("weight", int)))
    return Seen([(n, {}) for n in graph], [((s, t, d["relation"]), d) for s, t, d in graph.edges(data=True)])


# igraph

def igraph_seen(graph, name):
    nodes = {v[name]: v.attributes() for v in graph.vs}
    edges = [((graph.vs[e.source][name], graph.vs[e.target][name], e["relation"]), e.attributes()) for e in graph.es]
    return Seen(nodes.items(), edges)


def igraph_graphml(folder):
    import igraph
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # igraph warns where it drops something.
        graph = igraph.Graph.Read_GraphML(f"{folder}/n.graphml")
    assert graph.is_directed()
    return igraph_seen(graph, "id")


def igraph_json(folder):
    import igraph
    with open(f"{folder}/n.json", encoding="utf-8") as file:
        data = json.load(file)
    for edge in data["edges"]:
        edge["evidence"], edge["claimed_by"] = edge["evidence"][0]["text"], joined(edge["claimed_by"])
    for node in data["nodes"]:
        node["names"] = joined(node["names"])
    return igraph_seen(igraph.Graph.DictList(data["nodes"], data["edges"], directed=True, vertex_name_attr="id"), "id")


# Graphviz

def graphviz_dot(folder):
    """gvpr prints a line an attribute: N node key value, E tail head edge key value; the fields apart by a control character."""
    program = r'''
        BEG_G { string k; }
        N { k = fstAttr($G, "N"); while (k != "") { printf("N\x1f%s\x1f\x1f\x1f%s\x1f%s\x1e", $.name, k, aget($, k)); k = nxtAttr($G, "N", k); } }
        E { k = fstAttr($G, "E"); while (k != "") { printf("E\x1f%s\x1f%s\x1f%s\x1f%s\x1f%s\x1e", $.tail.name, $.head.name, $.name, k, aget($, k)); k = nxtAttr($G, "E", k); } }
    '''.replace(r"\x1f", "\x1f").replace(r"\x1e", "\x1e")
    run = subprocess.run(["gvpr", program, f"{folder}/n.dot"], capture_output=True, check=True, encoding="utf-8")
    assert not run.stderr, run.stderr
    nodes, edges = {}, {}
    for line in run.stdout.split("\x1e")[:-1]:
        what, tail, head, name, key, value = line.split("\x1f")
        value = value.replace(r"\\", "\\")
        if what == "N":
            nodes.setdefault(tail, {})[key] = value
        else:
            # "tail->head[edge]"
            edges.setdefault((tail, head, name), {"id": name[len(tail) + len(head) + 3:-1]})[key] = value
    return Seen(nodes.items(), [((tail, head, edge["relation"]), edge) for (tail, head, _), edge in edges.items()])


# Tables

def rows(path, escape=None):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True, escapechar=escape))


def gephi_tables(folder):
    nodes = {r["Id"]: {**r, "label": r["Label"]} for r in rows(f"{folder}/n.nodes.csv", "\\")}
    edges = []
    for r in rows(f"{folder}/n.edges.csv", "\\"):
        assert r["Type"] == "Directed" and r["Kind"] == r["Label"]
        edges.append(((r["Source"], r["Target"], r["Label"]), {**r, "id": r["Id"], "weight": r["Weight"], "label": r["Label"], "relation": r["Kind"]}))
    return Seen(nodes.items(), edges)


def neo4j_value(name, text):
    """A value as the admin import takes it by the type in its header."""
    kind = name.partition(":")[2]
    if kind == "int":
        return int(text)
    if kind == "double":
        return float(text)
    if kind == "string[]":
        return text.replace(";", "|")  # As the other formats write lists.
    if kind == "boolean":
        return {"true": True, "false": False}[text]
    return text


def neo4j_tables(folder):
    def typed(row):
        return {name.partition(":")[0]: neo4j_value(name, text) for name, text in row.items() if text != ""}

    nodes = {r["id:ID"]: {**typed(r), "label": r["name"], "kind": r[":LABEL"]} for r in rows(f"{folder}/n.neo4j-nodes.csv")}
    edges = []
    for r in rows(f"{folder}/n.neo4j-edges.csv"):
        assert r[":START_ID"] in nodes and r[":END_ID"] in nodes
        edges.append(((r[":START_ID"], r[":END_ID"], r[":TYPE"]), {**typed(r), "label": r[":TYPE"], "relation": r[":TYPE"]}))
    return Seen(nodes.items(), edges)


# GEXF, by its elements: NetworkX reads no more of it than Gephi does, and leaves the look out.

GEXF, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
GEXF_TYPES = {"string": str, "integer": int, "double": float, "boolean": lambda text: {"true": True, "false": False}[text]}


def gexf_elements(folder):
    graph = xml.parse(f"{folder}/n.gexf").getroot().find(f"{GEXF}graph")
    types = {}
    for group in graph.findall(f"{GEXF}attributes"):
        types[group.get("class")] = {a.get("id"): GEXF_TYPES[a.get("type")] for a in group}

    def values(element, what):
        out = {v.get("for"): types[what][v.get("for")](v.get("value")) for v in element.find(f"{GEXF}attvalues")}
        color = element.find(f"{VIZ}color")
        out.update({channel: int(color.get(channel)) for channel in "rgb"})
        return out

    nodes = {}
    for node in graph.find(f"{GEXF}nodes"):
        place = node.find(f"{VIZ}position")
        nodes[node.get("id")] = {**values(node, "node"), "label": node.get("label"), "size": float(node.find(f"{VIZ}size").get("value")),
                                 "x": float(place.get("x")), "y": float(place.get("y"))}
    edges = []
    for edge in graph.find(f"{GEXF}edges"):
        assert edge.get("kind") == edge.get("label")
        edges.append(((edge.get("source"), edge.get("target"), edge.get("kind")),
                      {**values(edge, "edge"), "id": edge.get("id"), "weight": float(edge.get("weight")), "label": edge.get("label")}))
    return Seen(nodes.items(), edges)


def networkx_gexf(folder):
    import networkx
    return networkx_seen(networkx.read_gexf(f"{folder}/n.gexf", version="1.3"))


# Gephi

GEPHI_TYPES = {"Integer": int, "Float": float, "Double": float, "Boolean": lambda text: text == "true"}


def gephi_seen(command, files):
    run = subprocess.run([*command, *files], capture_output=True, encoding="utf-8", check=False)
    issues = [line for line in run.stderr.splitlines() if any(word in line for word in ("WARNING", "SEVERE", "CRITICAL", "Exception"))]
    if run.returncode != 0 or issues:
        raise AssertionError("\n".join(issues or [run.stderr]))
    nodes, edges = {}, {}
    for line in run.stdout.split("\x1e")[:-1]:
        what, source, target, edge, key, kind, value = line.split("\x1f")
        value = GEPHI_TYPES.get(kind, str)(value)
        if what == "N":
            nodes.setdefault(source, {})[key] = value
        else:
            edges.setdefault((source, target, edge), {})[key] = value
    return Seen(nodes.items(), [((s, t, edge["type"]), edge) for (s, t, _), edge in edges.items()])


def gephi_days(report, folder, seen):
    """The days of nodes and edges are Gephi's intervals, in milliseconds."""
    import datetime

    def milliseconds(day):
        return datetime.datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp() * 1000

    count = 0
    graph = xml.parse(f"{folder}/n.gexf").getroot().find(f"{GEXF}graph")
    items = [(node.get("id"), node, seen.nodes) for node in graph.find(f"{GEXF}nodes")]
    items += [((edge.get("source"), edge.get("target"), edge.get("kind")), edge, seen.edges) for edge in graph.find(f"{GEXF}edges")]
    for key, element, found in items:
        spells = [[milliseconds(s.get("start")), milliseconds(s.get("end"))] for s in element.iter(f"{GEXF}spell")]
        text = found[key].get("timeset", "<>").replace(";", ",").replace("<", "[").replace(">", "]")
        count += len(spells)
        if json.loads(text) != spells:
            report.fail(f"Gephi gexf {key}: the days are {text}, expected {spells}")
    print(f"{'':34}{count:6} intervals")


def check_gephi(folder, report, command):
    expected = truth(folder)
    report.compare("Gephi", "graphml", expected, gephi_seen(command, [f"{folder}/n.graphml"]))
    seen = gephi_seen(command, [f"{folder}/n.gexf"])
    report.compare("Gephi", "gexf", expected, seen)
    gephi_days(report, folder, seen)
    report.compare("Gephi", "csv", expected, gephi_seen(command, [f"{folder}/n.nodes.csv", f"{folder}/n.edges.csv"]), without_edges=("relation",))


def check(folder, report):
    import igraph
    import networkx
    nx, ig = f"NetworkX {networkx.__version__}", f"igraph {igraph.__version__}"
    expected = truth(folder)
    report.compare(nx, "graphml", expected, networkx_graphml(folder))
    report.compare(nx, "json", expected, networkx_json(folder))
    if networkx.__version__ >= "3":  # Older ones do not know GEXF 1.3.
        report.compare(nx, "gexf", expected, networkx_gexf(folder), without=LOOK)
    report.compare_edges(nx, "tsv", expected, networkx_edges(folder), ("relation", "weight"))
    # igraph 1.0 gives edges the ids of nodes.
    report.compare(ig, "graphml", expected, igraph_graphml(folder), without_edges=("id",) if igraph.__version__ >= "1" else ())
    report.compare(ig, "json", expected, igraph_json(folder))
    report.compare("Graphviz (gvpr)", "dot", expected, graphviz_dot(folder), typed=False, without=LOOK)
    report.compare("XML", "gexf", expected, gexf_elements(folder))
    report.compare("CSV for Gephi", "csv", expected, gephi_tables(folder), typed=False)
    report.compare("CSV for Neo4j", "csv", expected, neo4j_tables(folder))


def export(entente, network, options, folder):
    if network.endswith(".jsonl"):
        subprocess.run([entente, "build", network, "-o", f"{folder}/network.json"], check=True)
        network = f"{folder}/network.json"
    for name, suffix in FORMATS.items():
        subprocess.run([entente, "export", network, "-f", name, "-o", f"{folder}/n.{suffix}", "-O", *options], check=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("entente")
    arguments.add_argument("network")
    arguments.add_argument("--options", default="", help="options of entente export, one string")
    arguments.add_argument("--gephi", help="command that runs GephiRead.java")
    given = arguments.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        export(given.entente, given.network, given.options.split(), folder)
        if given.gephi:
            check_gephi(folder, report, given.gephi.split())
        else:
            check(folder, report)
    sys.exit(report.failures > 0)


if __name__ == "__main__":
    main()
