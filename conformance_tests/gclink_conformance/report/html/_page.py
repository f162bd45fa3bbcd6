"""The page as a whole: who was tested, what came of it, what to mend, and every requirement."""

from __future__ import annotations

from importlib.resources import files

from gclink._text import Text

from gclink_conformance.report import groups
from gclink_conformance.report.html._failures import failures, other_reasons
from gclink_conformance.report.html._matrix import overview, requirements
from gclink_conformance.report.html._parts import both, count, esc, grade, link, pill, say, section, tag
from gclink_conformance.report.results import OUTCOMES, Results
from gclink_conformance.report.words import FORMAT, OPERATION, OUTCOME, RESULT, profile_label

#: Nothing is loaded from anywhere: the browser itself is told to refuse it.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"


def page(results: Results) -> str:
    """Return the whole report as one HTML document."""
    found = groups.by_requirement(results)
    wrong = {entry.id for entry in found if entry.counts.failed or entry.counts.error}
    title = f"{results.name} · Green Carbon Link conformance"
    body = "".join(
        (
            _top(results),
            "<main id=main>",
            _summary(results),
            _profiles(results),
            overview(results),
            failures(results, found),
            other_reasons(found),
            _declined(results),
            requirements(results, found, wrong),
            _run(results),
            "</main>",
            _bottom(results),
        )
    )
    return (
        f"<!doctype html>\n<!-- generated from results.jsonl ({results.digest}), do not edit -->\n<html lang=en><head>"
        f'<meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1">'
        f'<meta http-equiv=Content-Security-Policy content="{_POLICY}"><meta name=color-scheme content="light dark">'
        f"<title>{esc(title)}</title><style>{_file('page.css')}</style></head><body>{body}"
        f"<script>{_file('page.js')}</script></body></html>\n"
    )


def _file(name: str) -> str:
    return (files("gclink_conformance.report.html") / name).read_text(encoding="utf-8")


def _top(results: Results) -> str:
    return (
        f"<a class=skip href=#main>{say('To the report', '跳至报告')}</a><header class=top><p class=eyebrow>"
        f"{say('Conformance report', '符合性报告')} · Green Carbon Link {esc(results.header['suite']['specVersion'])}"
        "</p>"
        "<div class=controls><fieldset class=seg><legend>Language · 语言</legend>"
        "<input type=radio name=lang id=l-en value=en checked><label for=l-en lang=en class=always>English</label>"
        "<input type=radio name=lang id=l-zh value=zh><label for=l-zh lang=zh class=always>中文</label></fieldset>"
        "<fieldset class=seg><legend>Colours · 配色</legend>"
        f"<input type=radio name=theme id=t-auto value=auto checked><label for=t-auto>{say('Auto', '自动')}</label>"
        f"<input type=radio name=theme id=t-light value=light><label for=t-light>{say('Light', '浅色')}</label>"
        f"<input type=radio name=theme id=t-dark value=dark><label for=t-dark>{say('Dark', '深色')}</label>"
        "</fieldset></div></header>"
    )


def _summary(results: Results) -> str:
    won = sum(profile["result"] == "pass" for profile in results.profiles.values())
    of = len(results.profiles)
    state = "pass" if results.passed else "fail"
    told = Text(f"{won} of {of} conformance classes passed", f"{of} 个符合性类别中 {won} 个通过")
    if not of:
        state, told = "inconclusive", Text("no conformance class was concluded", "没有得出任何符合性类别的结论")
    total = len(results.rows)
    bar = "".join(
        f"<i class={name} style='flex-grow:{results.counts[name]}'></i>" for name in OUTCOMES if results.counts[name]
    )
    figures = "".join(
        f"<li class={name}><b>{count(results.counts[name])}</b> {both(OUTCOME[name])}</li>"
        for name in ("pass", "fail", "error", "declined")
    )
    vendor = results.implementation.get("vendor")
    by = f"<p class=vendor>{esc(vendor)}</p>" if vendor else ""
    filtered = results.header.get("filter")
    part = ""
    if filtered:
        told_part = say("Only a part of the suite was run:", "仅运行了部分套件：")
        part = f"<p class=warn>{told_part} <code>{esc(filtered)}</code></p>"
    part += _warnings(results)
    return (
        f"<div class='hero {state}'><h1>{link(results.implementation.get('homepage', ''), esc(results.name))}</h1>{by}"
        f"<p class=headline>{pill(state, told)}</p>{part}"
        f"<div class=bar role=img aria-label='{count(results.counts['pass'])} / {count(total)}'>{bar}</div>"
        f"<ul class=figures>{figures}</ul></div>"
    )


def _warnings(results: Results) -> str:
    """Return what the first trials of the adapter and the baseline of expected failures complained of."""
    told = [
        f"{say('First trials of the adapter:', '适配器首次试问：')} {esc(entry['profile'])}, {esc(entry['format'])}: "
        f"{both(Text(entry['reason']['en'], entry['reason']['zh']))}"
        for entry in results.header.get("selftest", ())
        if not entry.get("ok", True)
    ]
    told += [
        f"{say('Baseline:', '基线：')} {both(Text(entry['en'], entry['zh']))}"
        for entry in results.footer.get("baseline", ())
    ]
    return "".join(f"<p class=warn>{line}</p>" for line in told)


def _profiles(results: Results) -> str:
    cards = []
    for name, profile in results.profiles.items():
        must, should = profile["must"], profile["should"]
        reason = profile.get("reason")
        why = f"<p class=small>{both(Text(reason['en'], reason['zh']))}</p>" if reason else ""
        cards.append(
            f"<article class='card {profile['result']}'><h3>{both(profile_label(name))}</h3>"
            f"<p>{pill(profile['result'], RESULT[profile['result']])} {grade(profile['grade'])}</p>"
            f"<p>{''.join(tag(tier) for tier in results.claim(name)['tiers'])}</p>{why}"
            f"<dl>{_level('MUST', must)}{_level('SHOULD', should)}</dl></article>"
        )
    note = say(
        "A class passes when every mandatory test that was asked was answered rightly and at least one was asked. "
        "Grade “explained”: the reason and the place were right too.",
        "执行的强制性测试至少一项且全部回答正确，方为通过。“有据”表示理由与位置也正确。",
    )
    return section(
        "classes", say("Conformance classes", "符合性类别"), f"<div class=cards>{''.join(cards)}</div>", note
    )


def _level(name: str, counts: dict[str, int]) -> str:
    left = f"<small>{count(counts['declined'])} {say('declined', '拒绝')}</small>" if counts["declined"] else ""
    return f"<div><dt>{name}</dt><dd>{count(counts['passed'])}<i>/{count(counts['executed'])}</i>{left}</dd></div>"


def _declined(results: Results) -> str:
    found = groups.declined(results)
    if not found:
        return ""
    items = []
    for reason, by in found:
        names = ", ".join(f"<span class=id>{name}</span> ×{number}" for name, number in sorted(by.items()))
        items.append(
            f"<details class=req><summary><span class=grow>{esc(reason)}</span>"
            f"<span class=n>×{count(by.total())}</span></summary>"
            f"<div class=in><p>{names}</p></div></details>"
        )
    note = say(
        "What the implementation said it does not do. It was not asked and counts neither for nor against it.",
        "实现声明不做的内容：未予测试，不计得失。",
    )
    return section("declined", say("Declined by name", "指明拒绝"), "".join(items), note)


def _run(results: Results) -> str:
    head, suite = results.header, results.header["suite"]
    about = results.implementation
    lines = [
        (say("Implementation", "实现"), esc(results.name)),
        (say("Vendor", "厂商"), esc(about.get("vendor", "–"))),
        (say("Written in", "编程语言"), esc(about.get("language", "–"))),
        (say("Home page", "主页"), link(about.get("homepage", ""), esc(about.get("homepage", "–")))),
        (say("Defects to", "问题反馈"), link(about.get("issues", ""), esc(about.get("issues", "–")))),
        (say("Adapter", "适配器"), f"<code>{esc(head['adapter'])}</code>"),
        (say("Suite", "套件"), f"{esc(suite['version'])}<br><code class=digest>{esc(suite['digest'])}</code>"),
        (say("Results", "结果"), f"<code class=digest>{esc(results.digest)}</code>"),
        (say("Run", "运行"), f"{esc(head['startedAt'])} – {esc(results.footer['finishedAt'])}"),
        (say("Seed", "随机种子"), esc(head["seed"])),
        (say("Time allowed for an answer", "应答时限"), f"{esc(head['timeout'])} s"),
    ]
    table = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in lines)
    claims = "".join(
        f"<li><b>{both(profile_label(claim['profile']))}</b> {''.join(tag(tier) for tier in claim['tiers'])}"
        f"{''.join(tag(FORMAT.get(form, form)) for form in claim['formats'])}"
        f"<small>{', '.join(both(OPERATION[name]) for name in claim['operations'])}</small></li>"
        for claim in head["claims"]
    )
    return section(
        "run",
        say("About this run", "关于本次测试"),
        f"<dl class=facts>{table}</dl><h3>{say('What was claimed', '所作声明')}</h3><ul class=plain>{claims}</ul>",
    )


def _bottom(results: Results) -> str:
    told = say(
        "Made from results.jsonl, which anybody can read again; nothing was loaded from a network.",
        "由 results.jsonl 生成，任何人都可复核；未从网络加载任何内容。",
    )
    return f"<footer><p>{told}</p><p class=digest>{esc(results.digest)}</p></footer>"
