import { randomUUID } from 'node:crypto'

/** Gives ids to messages whose clients give none: one lane for the whole process, so that no conversation fills up with lanes. */
export function createClientIds(): () => string {
  const lane = randomUUID().replaceAll('-', '')
  let sent = 0
  return () => `${lane}.${String(++sent)}`
}
