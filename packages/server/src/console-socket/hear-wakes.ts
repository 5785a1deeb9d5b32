import type { Logger } from 'pino'
import type { Bus, Wake } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'
import type { ConsoleConnection } from './connect-console.ts'
import { endSession, sessionOf } from './end-session.ts'
import { createRowFeed } from './row-feed.ts'

export interface HearParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Logger
}

/** Brings to the consoles of a store what happens in it. Returns how to stop. */
export function hearWakes(
  { database, bus, clock, log }: HearParts,
  open: ReadonlySet<ConsoleConnection>,
): () => void {
  const ofStore = (storeId: number) => [...open].filter(({ actor }) => actor()?.storeId === storeId)
  const watching = (wake: { readonly storeId: number; readonly conversationId: number }) =>
    ofStore(wake.storeId).filter(({ watch }) => watch()?.key.id === wake.conversationId)
  const rows = createRowFeed({
    database,
    clock,
    log,
    show: (storeId, conversation) => {
      for (const { outgoing } of ofStore(storeId)) outgoing.say([{ type: 'conversation', conversation }])
    },
  })

  function hear(wake: Wake): void {
    switch (wake.type) {
      case 'conversation':
        for (const { watch } of watching(wake)) watch()?.look(wake.head)
        refreshRow(wake)
        return
      case 'read':
        if (wake.by === 'agent') refreshRow(wake)
        else for (const connection of watching(wake)) showRead(connection, wake.seq)
        return
      case 'typing':
        if (wake.by === 'buyer') watching(wake).forEach(showTyping)
        return
      case 'judged':
        for (const connection of watching(wake)) showJudged(connection, wake)
        return
      case 'draft':
        for (const { draft } of ofStore(wake.storeId)) draft()?.look()
        return
      case 'signed_out':
        for (const connection of open) if (sessionOf(connection) === wake.sessionId) endSession(connection)
        return
      case 'erased':
        for (const { outgoing } of ofStore(wake.storeId)) {
          outgoing.say([{ type: 'gone', conversation: wake.publicId }])
        }
        return
      case 'missed':
        for (const { watch, draft } of open) {
          watch()?.look()
          draft()?.look()
        }
        return
      // Of interest to the reception only.
      case 'flow':
      case 'store':
      // Of interest to those who send them only.
      case 'webhooks':
      // Heard by `createColleagues` and `createAttending`.
      case 'presence':
      case 'attending':
    }
  }

  function refreshRow({ storeId, conversationId }: Wake & { type: 'conversation' | 'read' }): void {
    if (ofStore(storeId).length > 0) rows.changed({ storeId, id: conversationId })
  }

  return bus.subscribe(hear)
}

function showRead({ outgoing, watch }: ConsoleConnection, seq: number): void {
  const watched = watch()
  if (watched !== null) outgoing.say([{ type: 'read', conversation: watched.publicId, seq }])
}

function showJudged(
  { outgoing, watch }: ConsoleConnection,
  { seq, solved }: Wake & { type: 'judged' },
): void {
  const watched = watch()
  if (watched !== null) outgoing.say([{ type: 'judged', conversation: watched.publicId, seq, solved }])
}

function showTyping({ outgoing, watch }: ConsoleConnection): void {
  const watched = watch()
  if (watched !== null) outgoing.say([{ type: 'typing', conversation: watched.publicId }])
}
