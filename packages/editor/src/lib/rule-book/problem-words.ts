import { RULE_BOOK_BOUNDS, type RuleBookProblem } from '@shopbell/engine'
import { t } from '#lib/i18n/locale.svelte.ts'

/** What is wrong with a value, in the page's language. */
export function problemWords({ code, at }: RuleBookProblem): string {
  const bounds = Object.entries(RULE_BOOK_BOUNDS).find(([place]) => place === at)?.[1]
  return code === 'NUMBER_OUT_OF_BOUNDS' && bounds
    ? t('book.problem.NUMBER_OUT_OF_BOUNDS', bounds)
    : code === 'NUMBER_OUT_OF_BOUNDS'
      ? ''
      : t(`book.problem.${code}`)
}
