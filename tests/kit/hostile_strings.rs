//! What people write who mean harm, or who write in scripts and pictures that programs trip over.

use std::iter;

use milepost::text::is_plain;

/// Texts that have to mean nothing but themselves, wherever they are shown or saved. Each is at most 1 KiB, so that it may
/// stand in any field of a file.
pub(crate) fn hostile_strings() -> impl Iterator<Item = String> {
    let listed = LISTS.iter().copied().flatten();
    listed.map(|text| (*text).to_owned()).chain(long())
}

/// Whether nothing in a text steers or hides, line by line.
pub(crate) fn is_all_plain(text: &str) -> bool {
    text.lines()
        .all(|line| is_plain(line.trim_end_matches('\r')).is_ok())
}

const LISTS: &[&[&str]] = &[
    STEERING, HIDING, PICTURES, FORMULAS, PAGES, MARKDOWN, ADDRESSES, OTHERS,
];

/// What steers a terminal.
const STEERING: &[&str] = &[
    "\u{1B}[2J\u{1B}[H",
    "\u{1B}[31mred\u{1B}[0m",
    "\u{1B}[8mconcealed",
    "\u{1B}[1A\u{1B}[2Kthe line above is gone",
    "\u{1B}[?1049h",
    "\u{1B}[?25l",
    "\u{1B}[6n",
    "\u{1B}[21t",
    "\u{1B}[999;999H",
    "\u{1B}]0;title\u{7}",
    "\u{1B}]2;title\u{1B}\\",
    "\u{1B}]8;;https://evil.example\u{7}here\u{1B}]8;;\u{7}",
    "\u{1B}]8;;file:///etc/passwd\u{1B}\\here\u{1B}]8;;\u{1B}\\",
    "\u{1B}]52;c;ZXZpbA==\u{7}",
    "\u{1B}]52;p;?\u{1B}\\",
    "\u{1B}]11;?\u{7}",
    "\u{1B}]1337;File=inline=1:AAAA\u{7}",
    "\u{1B}P+q544e\u{1B}\\",
    "\u{1B}_Gf=24,a=T;AAAA\u{1B}\\",
    "\u{1B}^private\u{1B}\\",
    "\u{1B}Xstart of string\u{1B}\\",
    "\u{1B}c",
    "\u{1B}(0lqqk\u{1B}(B",
    "\u{1B}",
    "\u{1B}[",
    "\u{9B}2J",
    "\u{9B}31m",
    "\u{9D}0;title\u{9C}",
    "\u{90}q\u{9C}",
    "\u{84}\u{85}\u{8D}",
    "\u{0}",
    "before\u{0}after",
    "bell\u{7}",
    "back\u{8}\u{8}\u{8}\u{8}over",
    "\u{E}shifted\u{F}",
    "\u{11}\u{13}",
    "\u{18}\u{1A}",
    "\u{7F}",
    "\u{C}page",
    "\u{B}down",
    "line\none",
    "line\r\none",
    "all is well\roverwritten",
    "\n\n\n",
    "\ttabbed\t",
];

/// What hides, or changes how the text around it is seen.
const HIDING: &[&str] = &[
    "\u{202E}drowssap",
    "invoice\u{202E}gnp.exe",
    "\u{202D}forced",
    "\u{2066}\u{2067}\u{2068}isolated",
    "\u{2069}\u{202C}popped",
    "\u{200E}\u{200F}\u{61C}marks",
    "zero\u{200B}width",
    "join\u{200D}ed",
    "apart\u{200C}",
    "\u{FEFF}",
    "\u{FEFF}begins so",
    "word\u{2060}joined",
    "soft\u{AD}hyphen",
    "\u{34F}grapheme joiner",
    "\u{2061}\u{2062}\u{2063}\u{2064}",
    "\u{206A}\u{206F}",
    "\u{180E}vowel",
    "\u{3164}",
    "\u{115F}\u{1160}\u{FFA0}",
    "\u{2800}\u{2800}",
    "\u{E0041}\u{E0042}tags",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}",
    "\u{E0001}",
    "\u{FE0F}",
    "a\u{FE0F}\u{FE0E}",
    "\u{1F600}\u{E0100}\u{E0101}\u{E0102}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "Z\u{351}\u{36B}\u{343}\u{36A}\u{302}\u{36B}\u{33D}A\u{334}\u{329}\u{326}L\u{337}\u{320}GO",
    "\u{301}",
    "\u{20DD}\u{20E0}",
    "\u{0E47}\u{0E47}\u{0E47}\u{0E47}\u{0E47}\u{0E47}",
    "\u{2028}\u{2029}",
    "\u{FFF9}base\u{FFFA}note\u{FFFB}",
    "\u{FFFC}\u{FFFD}",
    "\u{E0B0}\u{F8FF}",
    "\u{FFFE}\u{FFFF}\u{FDD0}\u{1FFFE}\u{10FFFF}",
    "\u{1D173}\u{1BCA0}\u{13430}",
    "А. Lеаrnеr",
    "\u{A0}\u{3000}\u{2003}\u{202F}",
    " ",
    "",
];

/// Scripts and pictures of which one letter is several characters.
const PICTURES: &[&str] = &[
    "\u{1F469}\u{200D}\u{1F4BB}",
    "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}",
    "\u{1F3F3}\u{FE0F}\u{200D}\u{1F308}",
    "\u{1F44D}\u{1F3FD}",
    "\u{1F1F5}\u{1F1F1}\u{1F1F5}",
    "1\u{FE0F}\u{20E3}#\u{FE0F}\u{20E3}",
    "\u{200D}\u{1F4BB}",
    "\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}",
    "\u{915}\u{94D}\u{200D}\u{937}",
    "\u{5E9}\u{5DC}\u{5D5}\u{5DD} A. Learner",
    "日本語の長い名前",
    "ＦＵＬＬ　ＷＩＤＴＨ",
    "ﷺ",
    "𒐫",
];

/// What a spreadsheet takes for something to reckon.
const FORMULAS: &[&str] = &[
    "=1+1",
    "=HYPERLINK(\"https://evil.example\")",
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "＝1＋1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u{A0}=1",
    "\"=1",
    "';=1",
    "a,=1",
    "a\n=1",
    "\"\"\",=1,\"\"\"",
    "%0A=1",
];

/// What a browser takes for part of a page, or for a program.
const PAGES: &[&str] = &[
    "<script>alert(1)</script>",
    "<ScRiPt/src=//evil.example>",
    "<img src=x onerror=alert(1)>",
    "\"><svg/onload=alert(1)>",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=alert(1) x=\"",
    "` onmouseover=`alert(1)",
    "</style><style>*{display:none}</style>",
    "</title></textarea><iframe src=https://evil.example>",
    "<!-- --><base href=//evil.example>",
    "--><h1>out</h1><!--",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<plaintext>",
    "<a href=\"javascript:alert(1)\">click</a>",
    "&#60;script&#62;",
    "&lt;script&gt; &amp;amp;",
    "&#x202E;",
    "]]>",
    "<![CDATA[<script>]]>",
    "{{7*7}}",
    "${7*7}",
    "<%= 7*7 %>",
    "url(https://evil.example/x.png)",
    "%3Cscript%3E",
    "\\u003cscript\\u003e",
];

/// What Markdown takes for more than words.
const MARKDOWN: &[&str] = &[
    "![picture](https://evil.example/track.png)",
    "[click](javascript:alert(1))",
    "[click](<https://evil.example> \"title\")",
    "[x]: https://evil.example",
    "- [x] Verified by a mentor",
    "* [x] Verified by a mentor",
    "1. [x] Verified by a mentor",
    "a\n- [x] Verified by a mentor",
    "# Verified",
    "> quoted",
    "```",
    "~~~ html",
    "| a | b |",
    "a\\|b",
    "---",
    "===",
    "    code",
    "**bold** __bold__ `code` $x$ ^1^ ~~gone~~",
    "[^1]: note",
    "@everyone #1",
    ":smile:",
    "\\",
    "\\\\<b>",
    "`",
];

/// What becomes a link by itself, or leads where nobody should go.
const ADDRESSES: &[&str] = &[
    "https://evil.example",
    "HTTPS://evil.example (WWW.evil.example)",
    "www.evil.example",
    "evil@evil.example",
    "mailto:evil@evil.example xmpp:evil@evil.example/x",
    "`evil@evil.example` |www.evil.example|\\`https://evil.example\\",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "https://user:password@evil.example/",
    "https://xn--80ak6aa92e.example/",
    "http://127.0.0.1:8080/",
    "\\\\evil.example\\share",
];

/// What other programs take for something to do.
const OTHERS: &[&str] = &[
    "$(touch /tmp/evil)",
    "`touch /tmp/evil`",
    "; touch /tmp/evil",
    "| touch /tmp/evil",
    "a && touch /tmp/evil",
    "--help",
    "-rf",
    "../../../etc/passwd",
    "/etc/passwd",
    "CON.milepost.json",
    "a/b",
    "%s%s%n",
    "'; DROP TABLE event; --",
    "\" OR \"\"=\"",
    "\"},\"verdict\":\"verified\",{\"",
    "{\"done\":true}",
    "\\",
    "\\\"",
    "\\n\\u0000",
    "null",
    "true",
    "NaN",
    "mentor@school.example namespaces=\"*\"",
    "-----BEGIN SSH SIGNATURE-----",
    "*",
    "~root",
];

/// What is only long.
fn long() -> impl Iterator<Item = String> {
    let repeated = [
        ("W", 1000),
        ("界", 340),
        ("\u{1F469}\u{200D}\u{1F4BB}", 90),
        ("e\u{301}", 340),
        ("\u{301}", 500),
        ("\u{202E}", 340),
        ("\u{1B}[1m", 250),
        ("\u{200B}", 340),
        ("\n", 500),
        (" ", 1000),
        ("a ", 500),
        ("<b>", 300),
        ("\"", 1000),
        ("\\", 1000),
        ("=", 1000),
        ("[", 1000),
    ];
    let repeated = repeated
        .into_iter()
        .map(|(piece, times)| piece.repeat(times));
    repeated.chain(iter::once(format!(
        "A. Learner{}of nowhere",
        " ".repeat(200)
    )))
}

#[test]
fn there_are_enough_of_them_and_each_fits_everywhere() {
    let texts: Vec<String> = hostile_strings().collect();
    assert!(texts.len() >= 200, "{}", texts.len());
    assert!(texts.iter().all(|text| text.len() <= 1024));
    // Most of them show something of what they hide.
    let hiding = texts.iter().filter(|text| is_plain(text).is_err());
    assert!(hiding.count() >= 80);
}
