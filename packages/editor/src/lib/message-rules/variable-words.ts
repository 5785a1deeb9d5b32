import { t } from '#lib/i18n/locale.svelte.ts'

/** The catalogue's own braces are filled, so those of a seller's text are put in. */
const BRACES = '{{'

/** Said of a “{{” that begins no variable. */
export function unreadableVariable(): string {
  return t('problem.variableUnreadable', { braces: BRACES, example: '{{store.name}}' })
}

/** Said of variables that are not filled where they stand; `names`: those that are, empty where none is. */
export function unknownVariable(names: string): string {
  return names === ''
    ? t('problem.variableNowhere', { braces: BRACES })
    : t('problem.variableUnknown', { names })
}
