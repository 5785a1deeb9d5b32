import { MESSAGE_COLUMNS, STEP_COLUMNS } from './commit-columns.ts'
import { ParameterWriter } from './parameter-writer.ts'
import type { CancelledTimer, ScheduledTimer, StepRecord } from './step-record.ts'
import { UnfitStep } from './unfit-step.ts'

/**
 * Writes the parameters of the committing statement, for the node that commits. In the order of their keys, so that two batches never wait
 * for each other's rows in a circle. Throws an `UnfitStep` where the caller broke a promise: a conversation twice in a batch, or seqs
 * that leave a gap.
 */
export function encodeSteps(
  steps: readonly StepRecord[],
  node: string | null,
  parameters = new ParameterWriter(),
): ParameterWriter {
  const inOrder = steps.toSorted((a, b) => a.storeId - b.storeId || a.conversationId - b.conversationId)
  inOrder.forEach((step, place) => {
    if (step.conversationId === inOrder[place - 1]?.conversationId) {
      throw new UnfitStep(
        `Conversation ${step.conversationId} is in this batch twice: commit its steps one after the other.`,
      )
    }
    refuseGaps(step)
  })
  const messages = inOrder.flatMap(({ conversationId, messages }) =>
    messages.map((message) => ({ conversationId, message })),
  )
  const timers = inOrder.map(timersOf)
  parameters.text(node)
  parameters.text(
    listOf(
      inOrder.flatMap(({ conversationId, answers }) => answers.map((answer) => row(conversationId, answer))),
    ),
  )
  parameters.text(listOf(timers.flatMap(({ gone }) => gone)))
  parameters.text(listOf(timers.flatMap(({ armed }) => armed)))
  for (const { write } of STEP_COLUMNS) write(parameters, inOrder)
  for (const { write } of MESSAGE_COLUMNS) write(parameters, messages)
  if (haveNews(inOrder)) parameters.text(listOf(inOrder.flatMap(newsOf)))
  return parameters
}

/** Whether a webhook is told anything by these steps: then they are committed with one parameter more, by `COMMIT_STEPS_WITH_NEWS`. */
export function haveNews(steps: readonly StepRecord[]): boolean {
  return steps.some(({ news }) => news !== undefined)
}

function newsOf({ conversationId, head, messages, news }: StepRecord) {
  if (news === undefined) return []
  const { answers, turn } = news
  const said = messages.length === 0 ? {} : { first_seq: head - messages.length + 1, last_seq: head }
  const turned =
    turn === null ? {} : { handling_before: turn.from, handling_after: turn.to, assignee_id: turn.assigneeId }
  return [row(conversationId, { ...said, ...(answers.length === 0 ? {} : { answers }), ...turned })]
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

/** Most batches have none of these: null is no rows. */
function listOf(rows: readonly object[]): string | null {
  return rows.length === 0 ? null : JSON.stringify(rows)
}

function row<Part extends object>(conversationId: number, part: Part) {
  return { conversation_id: conversationId, ...part }
}

const NO_TIMERS = { armed: [], gone: [] } as const

/**
 * One row per timer id: the statement may not remove and arm the same row. A timer that is armed again is replaced, whatever
 * else was cancelled under its id; one cancelled by the very step that armed it is not armed.
 */
function timersOf({ conversationId, schedule, cancel }: StepRecord) {
  if (schedule.length === 0 && cancel.length === 0) return NO_TIMERS
  const same = (a: CancelledTimer, b: CancelledTimer) => a.id === b.id && a.generation === b.generation
  const armed = new Map<string, ScheduledTimer>()
  for (const timer of schedule) {
    if (!cancel.some((cancelled) => same(cancelled, timer))) armed.set(timer.id, timer)
  }
  return {
    armed: [...armed.values()].map(({ dueAt, ...timer }) => row(conversationId, { ...timer, due_at: dueAt })),
    gone: cancel.filter(({ id }) => !armed.has(id)).map((timer) => row(conversationId, timer)),
  }
}
