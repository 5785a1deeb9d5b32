import type { NewsRow } from '../store/webhook-news.ts'
import type { EventSubject } from '../store/webhook-schema.ts'

/** What happened, event by event, in the order in which it is told: messages, answers, who has the conversation now. Pure. */
export function eventsOfNews(news: NewsRow): readonly EventSubject[] {
  return [...messages(news), ...answers(news), ...turn(news), ...published(news)]
}

function messages({ firstSeq, lastSeq }: NewsRow): readonly EventSubject[] {
  if (firstSeq === null || lastSeq === null) return []
  const count = lastSeq - firstSeq + 1
  return Array.from({ length: count }, (_, place) => ({ type: 'message.stored', seq: firstSeq + place }))
}

function answers({ answers: keys }: NewsRow): readonly EventSubject[] {
  return (keys ?? []).map(([seq, variable]) => ({ type: 'answer.collected', seq, variable }))
}

function turn({ handlingBefore: from, handlingAfter: to, assigneeId }: NewsRow): readonly EventSubject[] {
  if (from === null) return []
  if (to === 'closed') return [{ type: 'conversation.closed', from }]
  if (to === 'waiting' || to === 'human') return [{ type: 'conversation.handoff', from, to, assigneeId }]
  return []
}

function published({ flowVersion }: NewsRow): readonly EventSubject[] {
  return flowVersion === null ? [] : [{ type: 'flow.published', version: flowVersion }]
}
