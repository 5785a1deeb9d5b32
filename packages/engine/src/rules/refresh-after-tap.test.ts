import { describe, expect, test } from 'vitest'
import { refreshAfterTap } from './refresh-after-tap.ts'

const NOW = '2026-03-02T16:00:00Z'

describe('a changed list waits for a tap on the old one (PUB-06)', () => {
  test.for([
    ['never tapped: no new list', 'v1', 'v2', null, true, 'LIST_NEEDS_TAP'],
    ['tapped a second before midnight: the new list', 'v1', 'v2', '2026-03-02T15:59:59Z', true, undefined],
    ['tapped on this day: not before the next', 'v1', 'v2', '2026-03-02T16:00:00Z', true, 'LIST_NEEDS_TAP'],
    ['unchanged and never tapped: delivered again (PUB-07)', 'v1', 'v1', null, true, undefined],
    ['no list held: the first one is delivered', null, 'v2', null, true, undefined],
    ['no list is live any more: there is none to hold back', 'v1', null, null, true, undefined],
    ['where the rule book does not want it, the new list comes', 'v1', 'v2', null, false, undefined],
  ] as const)('%s', ([, held, live, tapped, refreshNeedsTap, code]) => {
    const lists = { held, live, tappedAt: tapped === null ? null : Date.parse(tapped) }
    const verdict = refreshAfterTap(Date.parse(NOW), lists, { timeZone: 'Asia/Shanghai', refreshNeedsTap })
    expect(verdict?.code).toBe(code)
  })
})
