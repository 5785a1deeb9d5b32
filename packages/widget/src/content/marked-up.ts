import { type Inline, parseMarkup } from '@shopbell/protocol'
import { element } from '../dom/element.ts'

/** Builds the small markup of messages as elements: paragraphs, lists, bold, italic, links. No HTML is read anywhere. */
export function markedUp(source: string): readonly Node[] {
  return parseMarkup(source).map((block) =>
    block.type === 'list'
      ? element('ul', {}, ...block.items.map((item) => element('li', {}, ...item.map(inline))))
      : element('p', {}, ...block.lines.flatMap(withBreak)),
  )
}

function withBreak(line: readonly Inline[], index: number): readonly (Node | string)[] {
  return [...(index > 0 ? [element('br')] : []), ...line.map(inline)]
}

function inline(piece: Inline): Node | string {
  switch (piece.type) {
    case 'text':
      return piece.text
    case 'bold':
      return element('strong', {}, piece.text)
    case 'italic':
      return element('em', {}, piece.text)
    case 'link':
      return element('a', { href: piece.href, target: '_blank', rel: 'noopener nofollow ugc' }, piece.text)
  }
}
