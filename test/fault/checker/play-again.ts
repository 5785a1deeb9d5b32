import { compileFlow, type Effect, parseFlow, type Program, replay } from '@shopbell/engine'
import type { KeptConversation, Snapshot } from './snapshot.ts'

/** The effects of each step of a conversation, as the engine decides them from the journal alone. */
export type Played = readonly (readonly Effect[])[]

/** Plays a conversation's journal through the engine again. Throws where the journal cannot be played at all. */
export type PlayAgain = (conversation: KeptConversation) => Played

export function playerOf({ flows }: Snapshot): PlayAgain {
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
  return ({ storeId, journal }) => {
    const steps = replay((version) => programOf(`${String(storeId)}.${String(version)}`, version), journal)
    return steps.map(({ effects }) => effects)
  }
}
