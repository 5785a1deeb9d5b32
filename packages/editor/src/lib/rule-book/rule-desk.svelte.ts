import { chosenProfile, type FlowDocument, readFlow, ruleBookProblems } from '@shopbell/engine'
import type { RuleBookChanges, RuleBookChoice, RuleBookDesk } from '@shopbell/protocol'
import type { Answer, ApiError } from '#lib/api/answer.ts'
import { readDraft } from '#lib/api/flow.ts'
import { chooseRuleBook, readRuleBook } from '#lib/api/rule-book.ts'
import { changeBook } from './change-book.ts'

export type RuleDesk = ReturnType<typeof openRuleDesk>

/** The page's state: what the server has, and the rule book as it is being chosen and changed. */
export function openRuleDesk() {
  let desk = $state.raw<RuleBookDesk | null>(null)
  let choice = $state.raw<RuleBookChoice | null>(null)
  let draft = $state.raw<FlowDocument | null>(null)
  let error = $state.raw<ApiError | null>(null)
  let saving = $state(false)
  /** The one that holds if nothing is saved. */
  const kept = $derived(desk && (desk.next?.choice ?? desk.today))
  const changed = $derived(differs(choice, kept))
  const problems = $derived(choice === null ? [] : ruleBookProblems(choice))

  async function doing(asked: Promise<Answer<RuleBookDesk>>): Promise<boolean> {
    const answer = await asked
    error = answer.ok ? null : answer.error
    if (!answer.ok) return false
    desk = answer.value
    choice = kept
    return true
  }

  async function save(wanted: RuleBookChoice | null): Promise<boolean> {
    if (saving || desk === null || wanted === null) return false
    saving = true
    const saved = await doing(chooseRuleBook({ choice: wanted, revision: desk.revision }))
    saving = false
    return saved
  }

  return {
    get desk() {
      return desk
    },
    /** On the page, saved or not. */
    get choice() {
      return choice
    },
    /** The draft of the flow, which a lower limit may break; null: there is none. */
    get draft() {
      return draft
    },
    get error() {
      return error
    },
    get saving() {
      return saving
    },
    get changed() {
      return changed
    },
    /** What keeps it from being saved. */
    get problems() {
      return problems
    },
    read: (): Promise<boolean> => doing(readRuleBook()),
    readDraft: async (): Promise<void> => {
      const answer = await readDraft()
      const flow = answer.ok ? readFlow(answer.value.document) : null
      draft = flow?.ok ? flow.document : null
    },
    chooseBuiltIn: (base: string): void => {
      choice = { base, changes: null }
    },
    /** The store's own as it was last, or a copy of the one on the page. */
    chooseOwn: (): void => {
      if (choice?.changes === null) choice = desk?.own ?? { ...choice, changes: {} }
    },
    /** The values of another built-in one, with nothing changed. */
    startFrom: (base: string): void => {
      choice = { base, changes: {} }
    },
    change: (part: RuleBookChanges): void => {
      if (choice) choice = changeBook(choice, part)
    },
    save: (): Promise<boolean> => save(choice),
    /** Lets the rule book of today go on. */
    takeBack: (): Promise<boolean> => save(desk?.today ?? null),
    discard: (): void => {
      choice = kept
      error = null
    },
  }
}

/** Values that are written again as they were are no change. */
function differs(one: RuleBookChoice | null, other: RuleBookChoice | null): boolean {
  if (one === null || other === null) return false
  if (one.changes === null || other.changes === null)
    return one.base !== other.base || one.changes !== other.changes
  return (
    one.base !== other.base || JSON.stringify(chosenProfile(one)) !== JSON.stringify(chosenProfile(other))
  )
}
