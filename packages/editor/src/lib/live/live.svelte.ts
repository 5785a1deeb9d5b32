import type { TeamMember } from '@shopbell/protocol'
import { createContext } from 'svelte'
import { issueSocketTicket } from '#lib/api/accounts.ts'
import {
  connectConsole,
  type ConsoleLine,
  type HeardFrame,
  type LineState,
  type TicketAnswer,
} from './connect-console.ts'

type Listener = (frame: HeardFrame) => void

/** The page's one line to the server: its state to show, its frames to listen to. */
export interface Live extends Omit<ConsoleLine, 'close'> {
  readonly state: LineState
  /** Grows with every welcome: what was missed in between has to be read again. */
  readonly welcomes: number
  /** Everybody of the store who may be given conversations, oneself too; empty until the server has said. */
  readonly team: readonly TeamMember[]
  /** Returns what ends the listening. */
  readonly listen: (listener: Listener) => () => void
  readonly close: () => void
}

export const [useLive, provideLive] = createContext<Live>()

/** Connects, and stays connected until `close`. */
export function goLive(): Live {
  let state = $state<LineState>('connecting')
  let welcomes = $state(0)
  let team = $state.raw<readonly TeamMember[]>([])
  let listeners: readonly Listener[] = []
  const line = connectConsole({
    address: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/v1/console`,
    fetchTicket,
    onFrame: (frame) => {
      if (frame.type === 'team') team = frame.people
      listeners.forEach((listener) => listener(frame))
    },
    onState: (next) => {
      state = next
      if (next === 'live') welcomes += 1
    },
  })
  return {
    ...line,
    get state() {
      return state
    },
    get welcomes() {
      return welcomes
    },
    get team() {
      return team
    },
    listen: (listener) => {
      listeners = [...listeners, listener]
      return () => {
        listeners = listeners.filter((other) => other !== listener)
      }
    },
  }
}

async function fetchTicket(): Promise<TicketAnswer> {
  const answer = await issueSocketTicket()
  if (answer.ok) return { ticket: answer.value.ticket }
  return answer.error.code === 'NOT_SIGNED_IN' ? 'ended' : 'away'
}
