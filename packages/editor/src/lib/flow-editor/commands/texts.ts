import type { FlowDocument, Variable } from '@shopbell/engine'
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

/** Puts a translator's texts in, as one undo step. */
export function importTexts(locale: string, rows: Readonly<Record<string, string>>): MakeCommand {
  return ({ texts }) => ({
    name: { key: 'importTexts', subject: locale },
    touches: [],
    operations: [
      ...(texts[locale] ? [] : [put(['texts', locale], {})]),
      ...Object.entries(rows).map(([key, text]) => put(['texts', locale, key], text)),
    ],
  })
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

/** Takes the place of the whole draft: an import, a template. Undone as one step. */
export function replaceFlow(next: FlowDocument): MakeCommand {
  return (document) => ({
    name: { key: 'replaceFlow', subject: next.name },
    touches: [],
    operations: [
      ...Object.entries(next).map(([key, value]) => put([key], value)),
      ...Object.keys(document)
        .filter((key) => !Object.hasOwn(next, key))
        .map((key) => drop([key])),
    ],
  })
}
