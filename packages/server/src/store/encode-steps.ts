import type { StoredMessage } from './messages.ts'
import type { CancelledTimer, ScheduledTimer, StepRecord } from './step-record.ts'
import { UnfitStep } from './unfit-step.ts'

/**
 * The one parameter of the committing statement. In the order of their keys, so that two batches never wait for each other's
 * rows in a circle. Throws an `UnfitStep` where the caller broke a promise: a conversation twice in a batch, or seqs that leave a gap.
 */
export function encodeSteps(steps: readonly StepRecord[]): string {
  const inOrder = steps.toSorted((a, b) => a.storeId - b.storeId || a.conversationId - b.conversationId)
  inOrder.forEach((step, place) => {
    if (step.conversationId === inOrder[place - 1]?.conversationId) {
      throw new UnfitStep(
        `Conversation ${step.conversationId} is in this batch twice: commit its steps one after the other.`,
      )
    }
    refuseGaps(step)
  })
  return JSON.stringify(inOrder.map(asRow))
}

function refuseGaps({ conversationId, head, messages }: StepRecord): void {
  messages.forEach(({ seq }, place) => {
    const next = head - messages.length + 1 + place
    if (seq !== next) {
      throw new UnfitStep(
        `Message ${seq} of conversation ${conversationId} leaves a gap: it has to be ${next}.`,
      )
    }
  })
}

function asRow(step: StepRecord) {
  return {
    store_id: step.storeId,
    conversation_id: step.conversationId,
    expected: step.expectedRevision,
    head: step.head,
    grown: step.messages.length,
    handling: step.handling,
    session: step.session,
    flow_version: step.flowVersion,
    buyer: step.buyer,
    lanes: step.lanes,
    waiting_since: step.waitingSince,
    last_at: step.lastAt,
    assignee_id: step.assigneeId,
    messages: step.messages.map(messageRow),
    // Most steps have none: a missing key is a null, which the statement passes over.
    ...(step.answers.length > 0 && { answers: step.answers }),
    ...timerRows(step),
    ...step.entry,
  }
}

function messageRow({ clientId, replyTo, ...message }: StoredMessage) {
  return { ...message, client_id: clientId, reply_to: replyTo }
}

/**
 * One row per timer id: the statement may not remove and arm the same row. A timer that is armed again is replaced, whatever
 * else was cancelled under its id; one cancelled by the very step that armed it is not armed.
 */
function timerRows({ schedule, cancel }: StepRecord) {
  const same = (a: CancelledTimer, b: CancelledTimer) => a.id === b.id && a.generation === b.generation
  const armed = new Map<string, ScheduledTimer>()
  for (const timer of schedule) {
    if (!cancel.some((cancelled) => same(cancelled, timer))) armed.set(timer.id, timer)
  }
  const gone = cancel.filter(({ id }) => !armed.has(id))
  return {
    ...(armed.size > 0 && { armed: [...armed.values()].map(timerRow) }),
    ...(gone.length > 0 && { gone }),
  }
}

function timerRow({ dueAt, ...timer }: ScheduledTimer) {
  return { ...timer, due_at: dueAt }
}
