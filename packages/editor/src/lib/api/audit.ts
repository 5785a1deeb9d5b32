import { AuditLog, type AuditAction } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request } from './request.ts'

/** A page of the store's log; `before` is the `next` of the page above. */
export function readAudit(action: AuditAction | null, before?: number): Promise<Answer<AuditLog>> {
  const query = new URLSearchParams({
    ...(action !== null && { action }),
    ...(before !== undefined && { before: String(before) }),
  })
  return request('GET', `/audit?${query}`, AuditLog)
}
