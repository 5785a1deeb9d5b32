import { expect, test } from 'vitest'
import { wallFields, wallInstant } from './wall-instant.ts'

test.for([
  ['Shanghai', '2027-02-06', '22:10', 'Asia/Shanghai', '2027-02-06T14:10:00.000Z'],
  ['summer in New York', '2026-07-01', '09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
  ['after the clocks went forward', '2026-03-08', '03:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
  ['far east', '2026-01-01', '00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
] as const)('%s', ([, date, clock, zone, at]) => {
  const instant = wallInstant(date, clock, zone)
  expect(instant === null ? null : new Date(instant).toISOString()).toBe(at)
  expect(wallFields(Date.parse(at), zone)).toEqual({ date, clock })
})

test('half a date is no instant', () => {
  expect(wallInstant('2026-02-', '09:00', 'UTC')).toBeNull()
  expect(wallInstant('2026-02-01', '', 'UTC')).toBeNull()
})
