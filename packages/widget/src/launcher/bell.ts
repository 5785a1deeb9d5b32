const OUTLINE = 'M3.5 15.5h13M4.5 13a5.5 5.5 0 0 1 11 0zM10 7.5V5M8.4 5h3.2'
const SVG = 'http://www.w3.org/2000/svg'

/** The bubble with its bell and the badge for unread messages. Built through the prototype, see place-chat. */
export function draw(label: string): { readonly bubble: HTMLButtonElement; readonly badge: HTMLElement } {
  const { createElement, createElementNS } = Document.prototype
  const make: Document['createElement'] = createElement.bind(document)
  const bubble = make('button')
  const badge = make('span')
  const svg = createElementNS.call(document, SVG, 'svg')
  const path = createElementNS.call(document, SVG, 'path')
  svg.setAttribute('viewBox', '0 0 20 20')
  path.setAttribute('d', OUTLINE)
  svg.append(path)
  bubble.className = 'launcher'
  badge.className = 'badge'
  badge.hidden = true
  bubble.ariaLabel = label
  bubble.append(svg, badge)
  return { bubble, badge }
}
