/** One piece of a line. `link` has been checked: http, https, mailto or tel. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'bold' | 'italic'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly href: string }

export type Block =
  | { readonly type: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly type: 'list'; readonly items: readonly (readonly Inline[])[] }

const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:)[^\s<>"'`\\\u0000-\u0020\u202a-\u202e\u2066-\u2069]+$/i
/** Bold, italic, `[text](link)`, or a bare http(s) address; one alternative each, no nesting, so matching is linear. */
const INLINE =
  /\*\*([^*\n]{1,500})\*\*|\*([^*\n]{1,500})\*|\[([^\]\n]{1,200})\]\(([^()\s]{1,2000})\)|(https?:\/\/[^\s<>"'`]{1,2000})/g
const LIST_ITEM = /^\s{0,3}[-*•]\s+/
const TRAILING_PUNCTUATION = /[.,;:!?)\]}'"，。；：！？）】」』]+$/

/**
 * Parses the small markup of messages: `**bold**`, `*italic*`, `[text](link)`, bare http(s) addresses, lines beginning with
 * `- `, line breaks. Returns data to build with DOM calls; there is no HTML anywhere. What is not markup stays text as typed.
 * Never throws; linear in the length of `source`.
 */
export function parseMarkup(source: string): readonly Block[] {
  const blocks: Block[] = []
  let lines: (readonly Inline[])[] = []
  let items: (readonly Inline[])[] = []
  const endParagraph = (): void => {
    if (lines.length > 0) blocks.push({ type: 'paragraph', lines })
    lines = []
  }
  const endList = (): void => {
    if (items.length > 0) blocks.push({ type: 'list', items })
    items = []
  }
  for (const line of source.replaceAll('\r\n', '\n').split('\n')) {
    const item = LIST_ITEM.exec(line)
    if (item) {
      endParagraph()
      items.push(parseInline(line.slice(item[0].length)))
    } else if (line.trim() === '') {
      endParagraph()
      endList()
    } else {
      endList()
      lines.push(parseInline(line))
    }
  }
  endParagraph()
  endList()
  return blocks
}

function parseInline(line: string): readonly Inline[] {
  const pieces: Inline[] = []
  let end = 0
  const text = (upTo: number): void => {
    if (upTo > end) pieces.push({ type: 'text', text: line.slice(end, upTo) })
  }
  for (const match of line.matchAll(INLINE)) {
    const piece = toPiece(match)
    if (!piece) continue
    text(match.index)
    pieces.push(piece.inline)
    end = match.index + piece.length
  }
  text(line.length)
  return pieces
}

function toPiece(match: RegExpExecArray): { inline: Inline; length: number } | null {
  const [whole, bold, italic, linkText, href, bare] = match
  if (bold !== undefined) return { inline: { type: 'bold', text: bold }, length: whole.length }
  if (italic !== undefined) return { inline: { type: 'italic', text: italic }, length: whole.length }
  if (linkText !== undefined && href !== undefined) {
    return SAFE_LINK.test(href)
      ? { inline: { type: 'link', text: linkText, href }, length: whole.length }
      : null
  }
  const address = (bare ?? '').replace(TRAILING_PUNCTUATION, '')
  if (!SAFE_LINK.test(address)) return null
  return { inline: { type: 'link', text: address, href: address }, length: address.length }
}

/** The text a reader sees, without markup: for list rows, notifications and screen readers. */
export function plainText(source: string): string {
  return parseMarkup(source)
    .flatMap((block) => (block.type === 'list' ? block.items : block.lines))
    .map((line) => line.map((piece) => piece.text).join(''))
    .join('\n')
}
