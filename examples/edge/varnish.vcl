# Varnish 7 in front of Masthead, with xkey from varnish-modules. Masthead is started with
# MASTHEAD_CACHE_TAGS=surrogate-key and MASTHEAD_PURGE_URLS naming this Varnish.
vcl 4.1;

import std;
import xkey;

backend masthead {
    .host = "127.0.0.1";
    .port = "8080";
    .probe = { .url = "/livez"; .interval = 1s; .timeout = 1s; .window = 3; .threshold = 2; .initial = 2; }
}

# Who may say that something is to be forgotten: the servers.
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
    # What is not for everybody is not kept, whoever asks.
    if (req.url !~ "^/v1/" || (req.method != "GET" && req.method != "HEAD")) {
        return (pass);
    }
    # Nothing of these changes what everybody may read.
    unset req.http.Authorization;
    unset req.http.Cookie;
    # While the servers are there, what is old is given for five minutes at most, while it is asked for again.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 300s;
    }
    return (hash);
}

sub vcl_backend_response {
    set beresp.http.xkey = beresp.http.Surrogate-Key;
    # When they are gone, for a day.
    set beresp.grace = 86400s;
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        return (abandon);
    }
}

sub vcl_deliver {
    # Readers have no use for these.
    unset resp.http.xkey;
    unset resp.http.Surrogate-Key;
}
