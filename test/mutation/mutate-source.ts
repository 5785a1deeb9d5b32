/** `inverted`: every verdict is the opposite one. `stuck`: the first verdict is given for ever. `untouched`: the rule as it is. */
export type Mutation = 'untouched' | 'inverted' | 'stuck'

const MUTATIONS: Readonly<Record<Mutation, string>> = {
  untouched: 'return verdict',
  inverted:
    "return typeof verdict === 'boolean' ? !verdict : verdict === null || verdict === undefined ? { code: 'MUTANT' } : null",
  stuck: 'return (first ??= { verdict }).verdict',
}

/**
 * The source of a rule with its verdicts changed: the function of that name is kept under another one, and one that changes what it
 * returns takes its place. Throws where the source exports no such function, since a rule that was not changed would pass its test.
 */
export function mutateSource(source: string, name: string, mutation: Mutation): string {
  const declaration = new RegExp(`^export function ${name}(?=[(<])`, 'm')
  if (!declaration.test(source))
    throw new Error(`The rule exports no function ${name}, so it cannot be changed.`)
  return [
    source.replace(declaration, `function ${name}Kept`),
    'let first: { readonly verdict: unknown } | undefined',
    `export function ${name}(...asked: readonly unknown[]): unknown {`,
    `  const verdict: unknown = (${name}Kept as (...asked: readonly unknown[]) => unknown)(...asked)`,
    `  ${MUTATIONS[mutation]}`,
    '}',
  ].join('\n')
}

/** `greet-after-silence` → `greetAfterSilence`. */
export function functionOf(rule: string): string {
  return rule.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
