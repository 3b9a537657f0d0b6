"""Guarantees of the APIs beyond their documents. Each function checks every response of `make fuzz`."""

from urllib.parse import parse_qsl, urljoin, urlsplit

import requests
import schemathesis


@schemathesis.check
def only_cursors_are_refused(ctx, response, case):
    """Valid requests are not rejected, except for what the document cannot express: which cursors exist, that one parameter
    excludes another, which days exist, and which text contains a word to search for."""
    if response.status_code == 400 and case.meta and case.meta.generation.mode.is_positive:
        beyond = [("published_on", "range"), ("q", "words")]
        errors = [error for error in response.json()["errors"] if error["rule"] != "exclusive"]
        errors = [error for error in errors if (error["parameter"], error["rule"]) not in beyond]
        refused = [error for error in errors if error["parameter"] not in ("after", "before")]
        assert not refused, f"Allowed by the document, and refused: {refused}"


@schemathesis.check
def unknown_and_repeated_parameters_are_refused(ctx, response, case):
    """Unknown parameters are not silently ignored. A path without a route returns 404 before anything is parsed."""
    names = [name for name, _ in parse_qsl(urlsplit(response.request.url).query, keep_blank_values=True)]
    known = {parameter.name for parameter in case.operation.query}
    if response.request.method == "GET" and (len(names) > len(set(names)) or not known.issuperset(names)):
        assert response.status_code in (400, 404), f"Answered with {response.status_code}: {names}"


@schemathesis.check
def only_what_is_ahead_is_unavailable(ctx, response, case):
    """Only a request for a future act (`min_sequence`) returns 503."""
    if response.status_code == 503:
        asked = dict(parse_qsl(urlsplit(response.request.url).query)).get("min_sequence", "0")
        assert response.json()["type"].endswith("/behind") and int(asked) > 1, response.text


@schemathesis.check
def problems_know_their_status(ctx, response, case):
    if response.status_code >= 400:
        problem = response.json()
        assert problem["status"] == response.status_code, problem


@schemathesis.check
def cursors_lead_to_pages(ctx, response, case):
    """The pages that a list links to exist, match the document and are not empty. Feeds and sitemaps are XML. The change log
    always has a next page, which is empty until something happens."""
    if response.headers.get("content-type", [""])[0] != "application/json":
        return
    page = response.json().get("page", {}) if response.status_code == 200 else {}
    links = response.headers.get("link", [""])[0]
    found = {link["rel"]: link["url"] for link in requests.utils.parse_header_links(links) if "rel" in link}
    assert found.keys() == {rel for rel, name in (("next", "next"), ("prev", "previous")) if page.get(name)}, found
    who = {name: value for name, value in response.request.headers.items() if name.lower() == "authorization"}
    for address in found.values():
        other = requests.get(urljoin(response.request.url, address), headers=who, timeout=10)
        may_be_empty = case.operation.path == "/v1/changes"
        is_page = other.status_code == 200 and (may_be_empty or other.json()["data"])
        assert is_page, f"{address}: {other.status_code} {other.text}"
        case.operation.validate_response(other)
