import { MAX_MENU_CATEGORIES, MAX_MENU_ENTRIES, MAX_MENU_NAME, type MenuSettings } from '@shopbell/protocol'
import { pointer } from '../../flow/problem.ts'
import { addressProblems, idProblems, type RuleProblem, ruleProblem, textProblems } from './rule-problem.ts'

/** Everything that keeps the self-service menu from being saved (MNU-05). */
export function menuProblems({ entries }: MenuSettings): readonly RuleProblem[] {
  return [
    ...(entries.length > MAX_MENU_ENTRIES
      ? [
          ruleProblem(
            'TOO_MANY_ENTRIES',
            pointer('entries', MAX_MENU_ENTRIES),
            `A menu has at most ${String(MAX_MENU_ENTRIES)} entries; delete one.`,
            { max: MAX_MENU_ENTRIES },
          ),
        ]
      : []),
    ...idProblems(
      entries.map(({ id }) => id),
      (index) => pointer('entries', index, 'id'),
    ),
    ...entries.flatMap((entry, index) => entryProblems(entry, pointer('entries', index))),
  ]
}

/** The chat's own item asks for a person by this id, always. */
const PERSON = 'person'

function entryProblems(
  { id, name, gives }: MenuSettings['entries'][number],
  at: string,
): readonly RuleProblem[] {
  // The three that every store has are named in the buyer's language unless the seller names them.
  const hasUsualName = ['orders', 'arrivals', 'categories'].includes(gives.does)
  return [
    ...(id === PERSON
      ? [ruleProblem('ID_TWICE', `${at}/id`, 'The chat has an entry of this id already; take another.')]
      : []),
    ...textProblems(name, {
      ...{ at: `${at}/name`, what: 'name', max: MAX_MENU_NAME },
      ...(hasUsualName ? {} : { missing: 'NAME_MISSING' }),
      ...{ tooLong: 'NAME_TOO_LONG', variables: [] },
    }),
    ...(gives.does === 'link' ? addressProblems(gives.url, `${at}/gives/url`) : []),
    ...(gives.does === 'categories' && gives.categories.length > MAX_MENU_CATEGORIES
      ? [
          ruleProblem(
            'TOO_MANY_CATEGORIES',
            `${at}/gives/categories`,
            `An entry offers at most ${String(MAX_MENU_CATEGORIES)} categories; take some out.`,
            { max: MAX_MENU_CATEGORIES },
          ),
        ]
      : []),
  ]
}
