import { type FileRow, unreadable } from './file-row.ts'

/** More characters in one product are a bracket that nobody closed. */
const MAX_OBJECT = 16_384

/**
 * The products of a JSON file, one after the other as they come in: an array of objects, or one object after another. What is no
 * JSON ends it with the row where that shows, and so does a list that nothing closes: the file was cut off. Nothing is held but the
 * object that is being read.
 */
export async function* readJson(text: AsyncIterable<string>): AsyncGenerator<FileRow> {
  let row = 0
  let depth = 0
  let openLists = 0
  let inString = false
  let isEscaped = false
  let begun = ''
  for await (const chunk of text) {
    let from = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const char = chunk[at] ?? ''
      if (inString) {
        if (isEscaped) isEscaped = false
        else if (char === '\\') isEscaped = true
        else if (char === '"') inString = false
      } else if (depth === 0) {
        if (char === '{') {
          depth = 1
          from = at
        } else if (char === '[') openLists += 1
        else if (char === ']') openLists -= 1
        else if (!BETWEEN.test(char)) {
          yield unreadable(
            row + 1,
            'This is not a JSON list of products; begin with [ and write one object for each.',
          )
          return
        }
      } else if (char === '"') inString = true
      else if (char === '{' || char === '[') depth += 1
      else if (char === '}' || char === ']') {
        depth -= 1
        if (depth > 0) continue
        row += 1
        yield parsed(row, begun + chunk.slice(from, at + 1))
        begun = ''
      }
    }
    if (depth > 0) begun += chunk.slice(from)
    if (begun.length > MAX_OBJECT) break
  }
  if (depth > 0)
    yield unreadable(row + 1, 'This product does not end; check its brackets and quotation marks.')
  else if (openLists > 0)
    yield unreadable(row + 1, 'The list does not end; the file was cut off here, or lacks its last ].')
}

/** Between objects, beside the brackets of the list around them: its commas, and white space. */
const BETWEEN = /[\s,]/

function parsed(row: number, source: string): FileRow {
  try {
    const values: unknown = JSON.parse(source)
    if (typeof values === 'object' && values !== null) return { row, values: { ...values } }
  } catch {
    // Told below.
  }
  return unreadable(row, 'This is no JSON object; check its quotation marks and commas.')
}
