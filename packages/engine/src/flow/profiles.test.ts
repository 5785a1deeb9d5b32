import { describe, expect, test } from 'vitest'
import { PROFILES } from './profiles.ts'

describe('the built-in rule books (PRF-01, PRF-04)', () => {
  test.for(Object.values(PROFILES))('$id keeps the limits of the design card', ({ reception: { faq } }) => {
    expect(faq).toMatchObject({ maxCreated: 7, maxEnabled: 5, questionMax: 10, answerMax: 200 })
  })

  test('marketplace counts like alibaba, and greets like a shop of its own', () => {
    expect(PROFILES.marketplace.counting).toEqual(PROFILES.alibaba.counting)
    expect(PROFILES.marketplace.reception.trigger).toBe('first_chat_open_of_day')
    expect(PROFILES.alibaba.reception).toMatchObject({ trigger: 'first_message_after_idle', idleDays: 30 })
  })

  test('only pinduoduo counts what the robot says', () => {
    const counting = Object.values(PROFILES).filter(({ counting: { autoCounts } }) => autoCounts.length > 0)
    expect(counting.map(({ id }) => id)).toEqual(['pinduoduo'])
  })
})
