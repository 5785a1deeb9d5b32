import { PROFILES } from '../src/flow/profiles.ts'
import { RULE_BOOK } from '../src/rules/rule-book.ts'
import type { ProfileValue } from '../src/rules/rule.ts'

/** `docs/rules.md`: every rule with its ids, its sentence and the values it is asked with, as the rule files say it. */
export function rulesPage(): string {
  const books = Object.values(PROFILES)
  const values = [...new Set(Object.values(RULE_BOOK).flatMap(({ reads }) => reads))].sort()
  return [
    '# The rule book',
    '<!-- Written by `npm run rules-doc` from packages/engine/src/rules; a test holds it current. -->',
    [
      'When the robot speaks, to whom, and when it is silent. Each rule is one pure function in `packages/engine/src/rules`, with a',
      'table of sentences beside it that proves it; `npm run mutate` turns each rule round and its table has to notice. What differs',
      'between platforms is a value of the store’s rule book, never another rule. Whenever the robot is silent, the step keeps the',
      'reason ([errors.md](errors.md)), and the console shows it in the conversation.',
    ].join('\n'),
    '## Rules',
    table(
      ['Rule', 'Ids', 'Says', 'Reads'],
      Object.entries(RULE_BOOK).map(([name, { ids, says, reads }]) => [
        `\`${name}\``,
        ids.join(', '),
        says,
        reads.map((value) => `\`${value}\``).join(', '),
      ]),
    ),
    '## What the built-in rule books say',
    table(
      ['Value', ...books.map(({ id }) => `\`${id}\``)],
      values.map((value) => [`\`${value}\``, ...books.map((book) => shown(valueAt(book, value)))]),
    ),
  ]
    .join('\n\n')
    .concat('\n')
}

function valueAt(book: unknown, path: ProfileValue): unknown {
  return path
    .split('.')
    .reduce(
      (at: unknown, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
      book,
    )
}

function shown(value: unknown): string {
  const words = Array.isArray(value) ? value.join(', ') : String(value ?? '')
  return words === '' ? 'none' : words.replaceAll('_', ' ')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
