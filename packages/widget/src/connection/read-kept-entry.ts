import type { SentContent } from '@shopbell/protocol'
import { isRecord } from './is-record.ts'
import type { KeptEntry } from './outbox.ts'

/** Reads an unsent message back from storage, which anything on the page may have written; null when it is none. */
export function readKeptEntry(json: string | null): KeptEntry | null {
  try {
    const value: unknown = JSON.parse(json ?? '')
    return isKeptEntry(value) ? value : null
  } catch {
    return null
  }
}

function isKeptEntry(value: unknown): value is KeptEntry {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.order === 'number' &&
    typeof value.shown === 'string' &&
    typeof value.at === 'number' &&
    isSentContent(value.content)
  )
}

/** The server checks the rest and refuses it with a reason. */
function isSentContent(value: unknown): value is SentContent {
  return isRecord(value) && typeof value.kind === 'string'
}
