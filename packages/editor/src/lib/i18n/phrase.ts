/** A sentence of the console, or its plural forms by CLDR category. `{name}` is filled in; `{n}` chooses the form. */
export type Phrase = string | { readonly one?: string; readonly other: string }

/** The names between braces of a phrase, as a type. */
type Holes<Text> = Text extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never

type Text<Of> = Of extends string ? Of : Of extends { readonly other: infer Other } ? Other : never

/** What a phrase needs filled in; nothing for a phrase without holes. */
export type Filling<Of> = [Holes<Text<Of>>] extends [never]
  ? []
  : [filling: Readonly<Record<Holes<Text<Of>>, string | number>>]

/**
 * Fills a phrase for a locale: the plural form by `n`, numbers in the locale's digits.
 * A hole without a filling stays visible as `{hole}`, so that a mistake is seen.
 */
export function fillPhrase(
  phrase: Phrase,
  locale: string,
  filling: Readonly<Record<string, string | number>> = {},
): string {
  return chooseForm(phrase, locale, filling['n']).replaceAll(/\{(\w+)\}/g, (hole, name: string) => {
    const value = filling[name]
    if (value === undefined) return hole
    return typeof value === 'number' ? countingIn(locale).digits.format(value) : value
  })
}

function chooseForm(phrase: Phrase, locale: string, count: string | number | undefined): string {
  if (typeof phrase === 'string') return phrase
  const one = typeof count === 'number' && countingIn(locale).forms.select(count) === 'one'
  return (one ? phrase.one : undefined) ?? phrase.other
}

interface Counting {
  readonly digits: Intl.NumberFormat
  readonly forms: Intl.PluralRules
}

/** Made once per locale: a new one takes longer than all the rest of a phrase. */
const countings = new Map<string, Counting>()

function countingIn(locale: string): Counting {
  const known = countings.get(locale)
  if (known) return known
  const made = { digits: new Intl.NumberFormat(locale), forms: new Intl.PluralRules(locale) }
  countings.set(locale, made)
  return made
}
