import type { Facts, ReceptionEvent, Session } from '@shopbell/engine'
import { opensAt } from './hours.ts'
import type { Setting } from './setting.ts'

/**
 * Whom a conversation is given to after an event, as the bot names them: who took it, or wrote in one that was nobody's; nobody once it is
 * the robot's again, or closed.
 */
export function agentAfter(
  before: string | undefined,
  event: ReceptionEvent,
  handling: Session['handling'] | undefined,
): string | undefined {
  if (handling !== 'human' && handling !== 'waiting') return undefined
  if (event.type === 'agent.assigned') return event.agent
  return event.type === 'agent.replied' ? (before ?? event.agent) : before
}

/** What the robot may say for people (STS-01, STS-02, STS-03, STS-10): nothing while somebody is there and the conversation is nobody's. */
export function statusFacts(
  { options, hours, timeZone }: Setting,
  agent: string | undefined,
  { at, openNow }: { readonly at: number; readonly openNow: boolean },
): Pick<Facts, 'status'> {
  const { awayReply, busyReply, firstReply, closingReply, busyNow } = options
  const replies = {
    ...(awayReply === undefined ? {} : { away: { text: awayReply } }),
    ...(busyReply === undefined ? {} : { status_busy: { text: busyReply } }),
    ...(firstReply === undefined ? {} : { status_first: { text: firstReply } }),
    ...(closingReply === undefined ? {} : { status_closing: { text: closingReply } }),
  }
  if (Object.keys(replies).length === 0 || (openNow && agent === undefined)) return {}
  const isBusy = agent !== undefined && busyReply !== undefined && busyNow?.(agent) === true
  const opens = openNow || awayReply === undefined ? null : opensAt(hours, at)
  return {
    status: {
      replies,
      ...(agent === undefined ? {} : { agent }),
      ...(isBusy ? { busy: true as const } : {}),
      ...(openNow ? {} : { nobody: true as const }),
      ...(opens === null ? {} : { opens: { at: opens, timeZone, theirs: false } }),
    },
  }
}
