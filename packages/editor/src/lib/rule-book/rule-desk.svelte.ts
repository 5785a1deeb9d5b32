import { chosenProfile, type FlowDocument, readFlow, ruleBookProblems } from '@shopbell/engine'
import type { RuleBookChanges, RuleBookChoice, RuleBookDesk } from '@shopbell/protocol'
import { openEditedDesk } from '#lib/api/edited-desk.svelte.ts'
import { extended } from '#lib/api/extended.ts'
import { readDraft } from '#lib/api/flow.ts'
import { chooseRuleBook, readRuleBook } from '#lib/api/rule-book.ts'
import { changeBook } from './change-book.ts'

export type RuleDesk = ReturnType<typeof openRuleDesk>

/** The page's state: what the server has, and the rule book as it is being chosen and changed. */
export function openRuleDesk() {
  const edited = openEditedDesk<RuleBookDesk, RuleBookChoice>({
    // The one that holds if nothing is saved.
    keptIn: ({ next, today }) => next?.choice ?? today,
    differs,
  })
  let draft = $state.raw<FlowDocument | null>(null)
  const problems = $derived(edited.settings === null ? [] : ruleBookProblems(edited.settings))

  const save = (choice: RuleBookChoice | null): Promise<boolean> =>
    edited.saveBy(({ revision }) => (choice === null ? null : chooseRuleBook({ choice, revision })))

  return extended(edited, {
    /** On the page, saved or not. */
    get choice() {
      return edited.settings
    },
    /** The draft of the flow, which a lower limit may break; null: there is none. */
    get draft() {
      return draft
    },
    /** What keeps it from being saved. */
    get problems() {
      return problems
    },
    read: (): Promise<boolean> => edited.show(readRuleBook()),
    readDraft: async (): Promise<void> => {
      const answer = await readDraft()
      const flow = answer.ok ? readFlow(answer.value.document) : null
      draft = flow?.ok ? flow.document : null
    },
    chooseBuiltIn: (base: string): void => edited.write({ base, changes: null }),
    /** The store's own as it was last, or a copy of the one on the page. */
    chooseOwn: (): void => {
      const choice = edited.settings
      if (choice?.changes === null) edited.write(edited.desk?.own ?? { ...choice, changes: {} })
    },
    /** The values of another built-in one, with nothing changed. */
    startFrom: (base: string): void => edited.write({ base, changes: {} }),
    change: (part: RuleBookChanges): void => {
      if (edited.settings) edited.write(changeBook(edited.settings, part))
    },
    save: (): Promise<boolean> => save(edited.settings),
    /** Lets the rule book of today go on. */
    takeBack: (): Promise<boolean> => save(edited.desk?.today ?? null),
  })
}

/** Values that are written again as they were are no change. */
function differs(one: RuleBookChoice, other: RuleBookChoice): boolean {
  if (one.changes === null || other.changes === null)
    return one.base !== other.base || one.changes !== other.changes
  return (
    one.base !== other.base || JSON.stringify(chosenProfile(one)) !== JSON.stringify(chosenProfile(other))
  )
}
