# Varnish 7 as a cache in front of Masthead, with xkey from varnish-modules. Start Masthead with
# MASTHEAD_CACHE_TAGS=surrogate-key and with the URL of this Varnish in MASTHEAD_PURGE_URLS.
vcl 4.1;

import std;
import xkey;

backend masthead {
    .host = "127.0.0.1";
    .port = "8080";
    .probe = { .url = "/livez"; .interval = 1s; .timeout = 1s; .window = 3; .threshold = 2; .initial = 2; }
}

# Only the servers may purge.
acl servers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ servers) {
            return (synth(403));
        }
        set req.http.X-Forgotten = xkey.purge(req.http.Surrogate-Key);
        return (synth(200));
    }
    # Cache public reads only.
    if (req.url !~ "^/v1/" || (req.method != "GET" && req.method != "HEAD")) {
        return (pass);
    }
    # Public responses do not depend on these headers.
    unset req.http.Authorization;
    unset req.http.Cookie;
    # While a server responds, serve stale responses for at most five minutes, and revalidate them in the background.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 300s;
    }
    return (hash);
}

sub vcl_backend_response {
    set beresp.http.xkey = beresp.http.Surrogate-Key;
    # While no server responds, serve stale responses for a day.
    set beresp.grace = 86400s;
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        return (abandon);
    }
}

sub vcl_deliver {
    # Clients do not need these headers.
    unset resp.http.xkey;
    unset resp.http.Surrogate-Key;
}
