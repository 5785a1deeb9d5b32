import type { Problem } from '@shopbell/engine'
import { t } from '#lib/i18n/locale.svelte.ts'
import { kindName } from '../kind-name.ts'
import type { Card } from './card.ts'

/** A block as it is read out: "Smart question, Ask size, 4 choices, 1 error, leads to Ask quantity". */
export function blockName(card: Card, problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const cases = card.rows.filter(({ when }) => when).length
  const choices = card.rows.filter(({ way, when }) => way && !when && !way.afterSilence).length
  const { kind, title, list, on, mainState, mainLeadsTo } = card
  const parts = [
    kindName(kind),
    title === kindName(kind) ? null : title,
    list && t('canvas.questions', { n: list.on }),
    choices > 0 ? t('canvas.choices', { n: choices }) : null,
    cases > 0 ? t('canvas.cases', { n: cases }) : null,
    on ? null : t('flow.off'),
    errors > 0 ? t('problem.n', { n: errors }) : null,
    warnings > 0 ? t('problem.nWarnings', { n: warnings }) : null,
    mainLeadsTo === null ? null : t('canvas.leadsTo', { target: mainLeadsTo }),
    mainState === 'nowhere' ? t('connect.none') : null,
  ]
  return parts.filter((part) => part !== null).join(t('words.comma'))
}
