"""Text as hostile or unlucky people type it, made by kinds. None of it is anybody's collection: each kind is a rule."""

from collections.abc import Iterator
from itertools import product

MARK = "zq7"
QUOTES = ("", '"', "'", "`", '">', "'>")
RUNS = (
    f"<script>{MARK}()</script>",
    f"<ScRiPt src=//evil.example/{MARK}.js></sCrIpT>",
    f"<img src=x onerror={MARK}()>",
    f"<svg/onload={MARK}()>",
    f"<details open ontoggle={MARK}()>",
    f"<iframe srcdoc='<b>{MARK}'>",
    f"<a href=javascript:{MARK}()>x</a>",
    f"<math><mtext></mtext><style>{MARK}</style>",
    f"<body onpageshow={MARK}()>",
    f"<!--><b {MARK}>-->",
)
LEAVES = ("</textarea>", "</title>", "</script>", "</style>", "</select>", "]]>", "-->", "\\u003c/script>")
HANDLERS = ("onfocus", "onmouseover", "onclick", "onanimationend", "style", "formaction")
TEMPLATES = (
    "{{ settings.SECRET_KEY }}",
    "{% debug %}",
    "{% load static %}{% include '/etc/passwd' %}",
    "{{ 7|add:7 }}",
    "{{ ''.__class__ }}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "[[council-name]]",
    "[[no-such-figure]]",
    "%s%s%s%n",
    "{0.__class__}",
    "{reference}",
    "%(secret)s",
    "$HOME",
    "\\1\\g<0>",
)
SQL = (
    "' OR '1'='1",
    "'; DROP TABLE households_household; --",
    '" OR ""="',
    "1; SELECT pg_sleep(9)",
    "' UNION SELECT NULL,NULL--",
    "1) OR (1=1",
    "' AND 1=CAST((SELECT version()) AS int)--",
    "admin'/*",
    "*/ OR 1=1 --",
    "%' ESCAPE '",
    "_%",
    "\\' OR 1=1 --",
    "'' || ''",
    "0x27",
    "\u02bc OR 1=1",
)
UPWARDS = ("../", "..\\", "..%2f", "%2e%2e/", "....//", "..%c0%af", "/", "file:///", "\\\\evil.example\\share\\")
FILES = ("etc/passwd", "windows/win.ini", "proc/self/environ", ".env", "CON", "nul.pdf")
LINE_ENDS = ("\r\n", "\n", "\r", "%0d%0a", "\u2028", "\u2029", "\x0b", "\x85", "\\r\\n")
HEADERS = ("Bcc: other@example.com", "Set-Cookie: a=b", "Location: https://evil.example", "From: x", ".\r\nQUIT")
FORMULAS = ("=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", " =", "'=", '"=', ";=")
CALLS = ("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://evil.example")', "SUM(A1:A9)")
SHELL = ("$(id)", "`id`", "; id", "| id", "&& id", "> /tmp/x", "${IFS}id", "\\x3b id", "!!", "~root", "-rf /", "--help")
NUMBERS = [
    "0",
    "-0",
    "-1",
    "+1",
    "00",
    "01",
    "1.0",
    "1,0",
    "1.000,5",
    "1,000.5",
    "1e309",
    "-1e309",
    "1E+2",
    "NaN",
    "nan",
    "inf",
    "-Infinity",
    "0x1F",
    "0b1",
    "0o7",
    "1_000",
    "1/3",
    "½",
    "²",
    "٣",
    "३",
    "３",
    "⑦",
    "Ⅷ",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775809",
    "2147483648",
    "0.1",
    ".1",
    "1.",
    "0.30000000000000004",
    "1e-400",
    "£1",
    "1£",
    "$1",
    "1p",
    "£-5",
    "-£5",
    "(5)",
    "5-",
    "1'",
    '1"',
    "100%",
    "٠",
]
DATES = [
    "2026-13-45",
    "2026-02-29",
    "0000-00-00",
    "9999-12-31",
    "10000-01-01",
    "31/02/2026",
    "1/1/1",
    "2026-11-21T25:61:61",
    "2026-W01",
    "00:60",
    "24:00",
    "-1:00",
    "yesterday",
    "12:00\u200b",
    "2026-11-21+25:00",
]
WORDS = [
    "null",
    "NULL",
    "None",
    "none",
    "undefined",
    "nil",
    "true",
    "True",
    "false",
    "[]",
    "{}",
    "[[]]",
    '{"a":1}',
    "-",
    "--",
    "#",
    "//",
    "\\",
    "\\\\",
    ";",
    ":",
    "'",
    '"',
    "`",
    "~",
    "!",
    "?",
    "*",
    "%",
    "&",
    "&amp;",
    "&#60;",
    "&lt;b&gt;",
    "&nbsp;",
    "%00",
    "%20",
    "%ff",
    "%u0041",
    "\\0",
    "\\u0000",
    "\\x00",
    "constructor",
    "__proto__",
    "hasOwnProperty",
    "toString",
    "__class__",
    "self",
    "this.constructor",
    "id",
    "pk",
    "state",
    "version",
    "seen",
    "form_key",
    "csrfmiddlewaretoken",
    "next",
    "login",
    "logout",
    "on",
    "off",
    "yes",
    "no",
    "all",
    "any",
    "admin",
    "root",
    "system",
    "anonymous",
    "everyone",
    "me",
]
XML = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "<![CDATA[x]]>",
    "&b;",
    "!!python/object/apply:os.system ['id']",
    '{"$ne": null}',
    '{"__type__": "x"}',
    "a: [1, *b]",
    "(?=(a+)+$)",
    "^(a|a)*$",
    "[a-",
)
ON_PAPER = (
    "<b>bold</b><para><font color='[1,0,0]'>x</font>",
    "<img src=http://127.0.0.1:9/x>",
    "<img src=file:///etc/passwd>",
    "<para><para>",
    "(x) Tj ET EMC",
    "\\) \\101 >> <<",
    "<br/><br>",
    "<a name=x/>",
    "<onDraw name=x label=y/>",
    "<seq/>",
)
SCHEMES = ("javascript:", "JaVaScRiPt:", "data:text/html,", "vbscript:", "//", "https://", "\x01javascript:")
CONTROLS = [*range(0x01, 0x20), 0x7F, 0x80, 0x85, 0x9F]
HIDDEN = [0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
ODD = [0xFFF9, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE000, 0xE0001, 0xE0041, 0x10FFFF, 0xA0, 0x3000, 0x1680, 0x3164]
HALVES = ("\ud800", "\udfff", "a\ud83d", "\ude00a", "\ude00\ud83d")
SCRIPTS = (
    "Łódź ŵŷ",
    "İıſß ﬁ ǅ",
    "Ω≈ç√∫˜µ≤≥÷",
    "اختبار النص",
    "עברית‏ abc",
    "田中さんにあげて下さい",
    "사회과학원",
    "สวัสดี",
    "हिन्दी",
    "ქართული",
    "Ѐ Ё Ж",
    "𝒽ℴ𝓂ℯ",
    "ｆｕｌｌ",
    "ﷺ",
    "꧅𒐫",
    "Å Å",
    "Z͑ͫ̓ͪ̂A̴̵̜̰͔L",
    "e" + "\u0301" * 60,
    "👩‍👩‍👧‍👦",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "🇬🇧🇬",
    "👍🏿☹️",
    "‮evil.exe",
    "“curly” ‘quotes’ … – —",
    "𐍈" * 20,
    "ʇxəʇ",
    "①②③",
    "ⅷ",
)
LONG = ("a" * 255, "a" * 256, "é" * 300, "9" * 400, "a " * 1_000, "\n" * 3_000, "W" * 10_001, "a" * 1_000_000)
BLANK = (" ", "\t", "\n", " \t\n ", "\u00a0", "\u3000", "\u200b", "\u2800", "\x00", "nul\x00byte", "\x00" * 50)


def _made() -> Iterator[str]:
    yield from (quote + run for quote, run in product(QUOTES, RUNS))
    yield from (leave + RUNS[0] for leave in LEAVES)
    yield from (f"{quote} {handler}={MARK}() {quote}" for handler, quote in product(HANDLERS, ('"', "'")))
    yield from (scheme + f"{MARK}()" for scheme in SCHEMES)
    yield from (up * 4 + name for up, name in product(UPWARDS, FILES))
    yield from (f"line{end}{header}" for end, header in product(LINE_ENDS, HEADERS))
    yield from (sign + call for sign, call in product(FORMULAS, CALLS))
    for kind in (TEMPLATES, SQL, SHELL, NUMBERS, DATES, WORDS, XML, ON_PAPER, HALVES, SCRIPTS, LONG, BLANK):
        yield from kind
    yield from (f"a{chr(code)}b" for code in (*CONTROLS, *HIDDEN, *ODD))


NAUGHTY: tuple[str, ...] = tuple(dict.fromkeys(_made()))


def stands_alone(text: str) -> bool:
    """Whether the text would make a form refuse whatever stands beside it."""
    return len(text) > 60 or not text.isprintable() or not text.strip()
