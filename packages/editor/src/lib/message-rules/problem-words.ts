import type { RuleProblem, RuleProblemCode } from '@shopbell/engine'
import { t } from '#lib/i18n/locale.svelte.ts'
import type { TextLanguages } from './text-languages.svelte.ts'
import { unknownVariable, unreadableVariable } from './variable-words.ts'

type Names = NonNullable<RuleProblem['names']>

const max = ({ max: most = 0 }: Names) => ({ max: most })

const SENTENCES: Readonly<Record<RuleProblemCode, (names: Names) => string>> = {
  TOO_MANY_RULES: (names) => t('replies.full', max(names)),
  TOO_MANY_PRODUCTS: (names) => t('problem.tooManyProducts', max(names)),
  PRODUCT_TWICE: ({ product = '', rule = 0 }) => t('problem.productTwice', { product, rule }),
  PRODUCTS_MISSING: () => t('problem.productsMissing'),
  PRODUCT_UNKNOWN: ({ product = '' }) => t('problem.productUnknown', { product }),
  TEXT_MISSING: () => t('problem.textMissing'),
  TEXT_TOO_LONG: (names) => t('problem.tooLong', max(names)),
  VARIABLE_UNKNOWN: ({ names = '' }) => unknownVariable(String(names)),
  VARIABLE_UNREADABLE: unreadableVariable,
  ADDRESS_UNFIT: () => t('problem.addressUnfit'),
  TOO_MANY_QUESTIONS: (names) => t('cardList.full', max(names)),
  TOO_MANY_ON: (names) => t('cardList.fullOn', max(names)),
  QUESTION_MISSING: () => t('problem.questionMissing'),
  QUESTION_TOO_LONG: (names) => t('problem.tooLong', max(names)),
  QUESTION_TWICE: ({ other = 0 }) => t('problem.questionTwice', { other }),
  ANSWER_MISSING: () => t('problem.answerMissing'),
  ANSWER_TOO_LONG: (names) => t('problem.tooLong', max(names)),
  TOO_MANY_ENTRIES: (names) => t('menu.full', max(names)),
  NAME_MISSING: () => t('problem.nameMissing'),
  NAME_TOO_LONG: (names) => t('problem.tooLong', max(names)),
  TOO_MANY_CATEGORIES: (names) => t('problem.tooManyCategories', max(names)),
  ID_TWICE: () => t('problem.idTwice'),
}

/** A problem in the reader's words. */
function problemWords({ code, names = {} }: RuleProblem): string {
  return SENTENCES[code](names)
}

/** What is wrong at a place of the settings, or below it; undefined: nothing. */
export function faultAt(problems: readonly RuleProblem[], at: string): string | undefined {
  const found = problems.find((problem) => problem.at === at || problem.at.startsWith(`${at}/`))
  return found && problemWords(found)
}

/** The same of a text, in the language that is on the page. */
export function textFault(
  languages: TextLanguages,
  problems: readonly RuleProblem[],
  at: string,
): string | undefined {
  const found = languages.foundIn(problems, at)
  return found && problemWords(found)
}

/** Why the settings cannot be saved, the first reason; it names the language where that is not on the page. */
export function whyNot(problems: readonly RuleProblem[], languages: TextLanguages): string | undefined {
  const [first] = problems
  return first && languages.named(first.at, problemWords(first))
}
