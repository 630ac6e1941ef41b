"""The element that tells most: where no row knows the system that made a page."""

from selectolax.lexbor import LexborNode

# A text of this many letters tells something; what is shorter is a label.
_LABEL = 40
# What stands inside a line; its letters are those of the block around it.
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span",
     "strong", "sub", "sup", "time", "u")
)  # fmt: skip
# A block that is a paragraph; the article is what holds several of them.
_PARAGRAPHS = frozenset(("p", "li", "blockquote", "pre", "h2", "h3", "h4", "dd"))
_SILENT = frozenset(
    ("script", "style", "noscript", "template", "textarea", "select", "iframe", "button", "nav", "footer", "aside")
)
# Elements around a text that are asked for; lines are not nested deeper.
_REACH = 12
# The block that holds the paragraphs has all their letters, the one around it half of them: it wins if it has two such.
_AROUND = 0.5


def letters(node: LexborNode) -> int:
    """Count the letters of an element."""
    return len(node.text(deep=True, strip=True))


def told_letters(node: LexborNode) -> int:
    """Count the letters of an element that are no link, no label and no script."""
    return sum(len(text) for text, _ in _told(node))


def densest(root: LexborNode) -> LexborNode | None:
    """Give the element whose own paragraphs tell most, or None if nothing is told at all."""
    scores: dict[int, float] = {}
    nodes: dict[int, LexborNode] = {}
    for text, block in _told(root):
        holder = block.parent if block.tag in _PARAGRAPHS else block
        weight = float(len(text))
        for node in (holder, holder.parent if holder else None):
            if node is None or node.tag in ("html", "-document"):
                break
            scores[node.mem_id] = scores.get(node.mem_id, 0.0) + weight
            nodes[node.mem_id] = node
            weight *= _AROUND
    return nodes[max(scores, key=lambda key: scores[key])] if scores else None


def _told(root: LexborNode) -> list[tuple[str, LexborNode]]:
    """Give the texts that tell something, each with the block that it stands in."""
    found = []
    for node in root.traverse(include_text=True):
        if not node.is_text_node:
            continue
        text = (node.text_content or "").strip()
        if len(text) >= _LABEL and (block := _block(node)) is not None:
            found.append((text, block))
    return found


def _block(text: LexborNode) -> LexborNode | None:
    """Give the block around a text, or None if the text is a link or unseen."""
    node = text.parent
    for _ in range(_REACH):
        if node is None or node.tag == "a" or node.tag in _SILENT:
            return None
        if node.tag not in _INLINE:
            return node
        node = node.parent
    return None
