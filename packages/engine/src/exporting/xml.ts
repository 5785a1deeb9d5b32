/** An element, with its children: elements, or text. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: XmlElement['children'] = [],
): XmlElement {
  return { name, attributes, children }
}

/** The element as an XML 1.0 document in UTF-8, two spaces a level, one line feed at the end. */
export function xmlText(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '')}`
}

function elementText({ name, attributes, children }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const head = `${indent}<${name}${written.join('')}`
  if (children.length === 0) return `${head}/>\n`
  const inside = children.map((child) =>
    typeof child === 'string' ? `${escaped(child)}\n` : elementText(child, `${indent}  `),
  )
  return `${head}>\n${inside.join('')}${indent}</${name}>\n`
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Line ends that a reader of XML would make something else of are written as their numbers. */
function escaped(text: string): string {
  return text.replaceAll(
    /[&<>"\r\t\u0085\u2028\u2029]/g,
    (sign) => NAMED[sign] ?? `&#${sign.codePointAt(0) ?? 0};`,
  )
}
