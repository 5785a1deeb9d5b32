import { createHash } from 'node:crypto'
import type { NewsRow } from '../store/webhook-news.ts'
import type { EventSubject } from '../store/webhook-schema.ts'

const DIGITS = 32

/**
 * The id of an event, by which receivers know one that comes again: the same for all endpoints and at every attempt, whichever node sends
 * it. The store's epoch is part of it, because after a backup was brought back another message has the same number.
 */
export function eventId(
  {
    storePublicId,
    epoch,
    conversationPublicId,
    revision,
  }: Pick<NewsRow, 'storePublicId' | 'epoch' | 'conversationPublicId' | 'revision'>,
  subject: EventSubject,
): string {
  const named = JSON.stringify([storePublicId, epoch, conversationPublicId, revision, subject])
  return `evt_${createHash('sha256').update(named, 'utf8').digest('hex').slice(0, DIGITS)}`
}
