import { createElement } from './page.ts'

type Attributes = Readonly<Record<string, string | boolean>>

/**
 * Builds an element: attributes (true: present, false: absent), then children. A string becomes a text node, so nothing here
 * can turn a text into markup; inline styles are not set anywhere, a strict page would drop them.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) node.setAttribute(name, value === true ? '' : value)
  }
  node.append(...children)
  return node
}

/** A button of the panel; `name` is what a screen reader says where the children do not. */
export function button(
  attributes: Attributes,
  work: () => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const node = element('button', { type: 'button', ...attributes }, ...children)
  node.addEventListener('click', work)
  return node
}
