import { FAQ_LIBRARY, type LibraryLocale, SMART_LIBRARY } from '@shopbell/engine'

/** A line of the library's dialog. */
export interface LibraryEntry {
  readonly id: string
  /** The words that the buyer reads. */
  readonly question: string
  /** What it is called in a list. */
  readonly title: string
  /** What it says, below. */
  readonly line: string
  /** The heading it stands under. */
  readonly group: string | null
  /** Words of the other language by which it is found, too. */
  readonly also: string
}

/** Common questions as the dialog lists them. */
export function faqEntries(spoken: LibraryLocale): readonly LibraryEntry[] {
  return FAQ_LIBRARY.map(({ id, words }) => ({
    id,
    question: words[spoken].question,
    title: words[spoken].question,
    line: words[spoken].answer.replaceAll(/\{\{\?([^}]*)\}\}/g, '[$1]'),
    group: null,
    also: Object.values(words)
      .map(({ question, answer }) => `${question} ${answer}`)
      .join(' '),
  }))
}

/** Smart questions, under the names of their categories. */
export function smartEntries(
  spoken: LibraryLocale,
  nameOf: (category: (typeof SMART_LIBRARY)[number]['category']) => string,
): readonly LibraryEntry[] {
  return SMART_LIBRARY.map(({ id, category, words }) => {
    const { title, question, options } = words[spoken]
    const labels = Object.values(options)
    return {
      ...{ id, title, question },
      line: labels.length === 0 ? question : `${question} ${labels.join(' · ')}`,
      group: nameOf(category),
      also: Object.values(words)
        .map((one) => `${one.title} ${one.question}`)
        .join(' '),
    }
  })
}

/** Those in which every typed word occurs, in either language. */
export function findEntries(entries: readonly LibraryEntry[], typed: string): readonly LibraryEntry[] {
  const words = plain(typed).split(/\s+/)
  return entries.filter(({ title, line, also, group }) => {
    const said = plain(`${title} ${line} ${also} ${group ?? ''}`)
    return words.every((word) => said.includes(word))
  })
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().trim()
