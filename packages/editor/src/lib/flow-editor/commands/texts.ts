import type { Variable } from '@shopbell/engine'
import type { MakeCommand } from './command.ts'
import { drop, put } from './operations.ts'

/** Sets a text in one language; an empty one is removed, so that the fallback shows. Never shortened: limits are problems, not scissors. */
export function setText(locale: string, key: string, text: string): MakeCommand {
  return ({ texts }) => ({
    name: { key: 'setText', subject: key },
    touches: [key.split('.')[0] ?? key, key],
    merges: `text ${locale} ${key}`,
    operations: [
      ...(texts[locale] ? [] : [put(['texts', locale], {})]),
      text === '' ? drop(['texts', locale, key]) : put(['texts', locale, key], text),
    ],
  })
}

export function addLocale(locale: string): MakeCommand {
  return ({ texts }) =>
    texts[locale]
      ? null
      : { name: { key: 'addLocale', subject: locale }, touches: [], operations: [put(['texts', locale], {})] }
}

/** Removes a language with its texts; never the default one. */
export function deleteLocale(locale: string): MakeCommand {
  return ({ texts, defaultLocale }) =>
    locale === defaultLocale || !texts[locale]
      ? null
      : { name: { key: 'deleteLocale', subject: locale }, touches: [], operations: [drop(['texts', locale])] }
}

/** Makes a language the one that has to be complete and that stands in where another has no words. */
export function setDefaultLocale(locale: string): MakeCommand {
  return ({ texts, defaultLocale }) =>
    locale === defaultLocale || !texts[locale]
      ? null
      : {
          name: { key: 'setDefaultLocale', subject: locale },
          touches: [],
          operations: [put(['defaultLocale'], locale)],
        }
}

/** Writes many texts in one step (a translator's file). Languages that are new come with them. */
export function writeTexts(
  written: readonly { readonly locale: string; readonly key: string; readonly text: string }[],
): MakeCommand {
  return ({ texts }) => {
    const fresh = new Set(written.map(({ locale }) => locale).filter((locale) => !texts[locale]))
    if (written.length === 0) return null
    return {
      name: { key: 'writeTexts' },
      touches: written.map(({ key }) => key),
      operations: [
        ...[...fresh].map((locale) => put(['texts', locale], {})),
        ...written.map(({ locale, key, text }) => put(['texts', locale, key], text)),
      ],
    }
  }
}

export function setVariable(name: string, variable: Variable): MakeCommand {
  return () => ({
    name: { key: 'setVariable', subject: name },
    touches: [name],
    merges: `variable ${name}`,
    operations: [put(['variables', name], variable)],
  })
}

export function renameFlow(name: string): MakeCommand {
  return () => ({
    name: { key: 'renameFlow', subject: name },
    touches: [],
    merges: 'flow name',
    operations: [put(['name'], name)],
  })
}
