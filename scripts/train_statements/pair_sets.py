"""Pairs of sentences with the relation that readers gave them, in two halves by story, and what answers are worth."""
import gzip, json, os

RELATIONS = ("same", "entails", "update", "contradiction", "different")
COARSER = {"ENTAILMENT": ("same", "entails"), "NEUTRAL": ("update", "different"), "CONTRADICTION": ("contradiction",),
           "same_event": ("same", "entails", "update", "contradiction"), "same_story_diff_event": ("different",),
           "lookalike_other_event": ("different",)}


def half(key):
    """Which half of a set a story belongs to: 1 is kept aside. (Not hash(): that differs from run to run.)"""
    return sum(map(ord, str(key))) % 2


def story_of(pair):
    """Of an id such as t17-syria-2012-03-09-11-17 or wikinews-5-86-102: the last two are the sentences'."""
    story = pair.rsplit("-", 2)[0]
    return story.split("-")[1] if story.startswith("t17-") else story


def read_rows(folder):
    """(set, half, pair, relations that the label allows)."""
    def lines(name):
        path = os.path.join(folder, name)
        with gzip.open(path, "rt") if name.endswith(".gz") else open(path) as opened:
            yield from map(json.loads, opened)
    for row in lines("annotated_pairs.dev.jsonl"):
        yield "annotated", half(story_of(row["id"])), row, (row["relation"],)
    for row in lines("news_relations.dev.jsonl"):
        yield "news", half(row["story"]), row, (row["relation"],)
    for row in lines("ecbplus_event_sentence_pairs.jsonl.gz"):
        yield "events", int(row["topic"]) % 3 == 0, row, COARSER[row["label"]]
    for row in lines("sick.jsonl.gz"):
        yield "sick", row["split"] != "TRAIN", row, COARSER[row["label"]]


def read_sets(folder):
    """(set, half, first, second, relations that the label allows)."""
    words = lambda side: side if isinstance(side, str) else side["text"]
    for kind, kept, row, allowed in read_rows(folder):
        yield kind, kept, words(row["a"]), words(row["b"]), allowed


def auc(scored):
    scored = sorted(scored)
    pos, neg = sum(y for _, y in scored), sum(not y for _, y in scored)
    return (sum(r + 1 for r, (_, y) in enumerate(scored) if y) - pos * (pos + 1) / 2) / max(1, pos * neg)


def f1(pairs, wanted):
    hit = sum(g in wanted and s in wanted for g, s in pairs)
    return 2 * hit / max(1, sum(g in wanted for g, _ in pairs) + sum(s in wanted for _, s in pairs))


def recall_at(precision, scored):
    """How many of those that are so are found before the share of others grows beyond what `precision` allows, in words."""
    recall = hits = 0
    for n, (_, y) in enumerate(sorted(scored, reverse=True), 1):
        hits += y
        recall = hits if hits >= precision * n else recall
    return f", recall at {precision} {recall / max(1, sum(y for _, y in scored)):.3f}"


def told(answers, ranked=True):
    """Figures of (set, likelihoods of RELATIONS, relations allowed), in words; `ranked`: the likelihoods are more than one name."""
    out = []
    for kind in ("annotated", "news", "events", "sick"):
        rows = [(p, allowed) for k, p, allowed in answers if k == kind]
        best = [(allowed[0], max(zip(p, RELATIONS))[1]) for p, allowed in rows]
        if kind == "events":
            out.append(f"events AUC {auc([(1 - p[4], allowed != ('different',)) for p, allowed in rows]):.3f}")
        elif kind == "sick":
            coarse = lambda x: {"same": "e", "entails": "e", "contradiction": "c"}.get(x, "n")
            pairs = [(coarse(g), coarse(s)) for g, s in best]
            out.append(f"sick {sum(g == s for g, s in pairs) / len(pairs):.3f}, contradiction {f1(pairs, 'c'):.3f}")
        else:
            there = [r for r in RELATIONS if any(g == r for g, _ in best)]
            macro = sum(f1(best, (r,)) for r in there) / len(there)
            likely = [(p[0] + p[1], allowed[0] in ("same", "entails")) for p, allowed in rows]
            out.append(f"{kind} macro {macro:.3f}, same/entails {f1(best, ('same', 'entails')):.3f}, contradiction "
                       f"{f1(best, ('contradiction',)):.3f}{recall_at(.9, likely) if ranked else ''} (n {len(rows)})")
    return "; ".join(out)
