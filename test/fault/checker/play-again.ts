import { compileFlow, type Effect, parseFlow, type Program, replay } from '@shopbell/engine'
import type { KeptConversation, Snapshot } from './snapshot.ts'

/** A conversation whose journal went through the engine again. */
export interface Played {
  readonly conversation: KeptConversation
  /** What the engine decides at each step; null where the journal cannot be played, `why` then says what was wrong. */
  readonly effects: readonly (readonly Effect[])[] | null
  readonly why: string
}

/** Plays every conversation's journal through the engine again, with the flows that were published. */
export function playAgain({ flows, conversations }: Snapshot): readonly Played[] {
  const programs = new Map<string, Program>()
  const programOf = (key: string, version: number): Program => {
    const known = programs.get(key)
    if (known !== undefined) return known
    const flow = parseFlow(flows[key] ?? '')
    if (!flow.ok) throw new Error(`there is no readable flow ${key}`)
    const program = compileFlow(flow.document, version)
    programs.set(key, program)
    return program
  }
  return conversations.map((conversation) => {
    const { storeId, journal } = conversation
    try {
      const steps = replay((version) => programOf(`${String(storeId)}.${String(version)}`, version), journal)
      return { conversation, effects: steps.map(({ effects }) => effects), why: '' }
    } catch (error) {
      return { conversation, effects: null, why: error instanceof Error ? error.message : String(error) }
    }
  })
}
