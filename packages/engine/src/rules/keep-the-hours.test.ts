import { describe, expect, test } from 'vitest'
import { keepTheHours } from './keep-the-hours.ts'

describe('the hours of the robot (SCH-01, SCH-09, SCH-10)', () => {
  test.for([
    ['it is on', undefined, null],
    ['it was switched off', { by: 'mode', until: null }, { by: 'mode', until: null }],
    ['it is off until an instant', { by: 'hours', until: 5 }, { by: 'hours', until: 5 }],
  ] as const)('%s', ([, off, because]) => {
    expect(keepTheHours(off)).toEqual(because === null ? null : { code: 'ROBOT_OFF', because })
  })
})
