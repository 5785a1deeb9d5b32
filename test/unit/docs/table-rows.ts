import { readFileSync } from 'node:fs'

/** A document of the docs folder, as text. */
export function readDoc(name: string): string {
  return readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')
}

/** What stands below a heading (`## Errors`), up to the next one of its rank or higher. */
export function section(markdown: string, heading: string): string {
  const lines = markdown.split('\n')
  const from = lines.indexOf(heading)
  if (from < 0) throw new Error(`There is no heading “${heading}”.`)
  const rank = heading.indexOf(' ')
  const length = lines.slice(from + 1).findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') <= rank)
  return lines.slice(from + 1, length < 0 ? undefined : from + 1 + length).join('\n')
}

/** The cells of all rows of the tables in a text, without heads and rules; code marks and padding are taken off. */
export function tableRows(markdown: string): readonly (readonly string[])[] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'))
  const isRule = (line: string | undefined) => /^\|[ :|-]+\|$/.test(line ?? '')
  return lines
    .filter((line, place) => !isRule(line) && !isRule(lines[place + 1]))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) =>
          cell
            .trim()
            .replace(/^`([^`]*)`$/, '$1')
            .replaceAll('\\|', '|'),
        ),
    )
}
