import { describe, expect, test } from 'vitest'
import { waitForMessage } from './wait-for-message.ts'

describe('the trigger of a reception (WEL-04, WEL-15)', () => {
  test.for([
    [
      'opening says nothing where a message is waited for',
      true,
      'first_message_after_idle',
      'WAITS_FOR_MESSAGE',
    ],
    ['a message is greeted there', false, 'first_message_after_idle', undefined],
    ['opening is greeted where the first of the day counts', true, 'first_chat_open_of_day', undefined],
    ['a message too: it implies that the chat is open', false, 'first_chat_open_of_day', undefined],
  ] as const)('%s', ([, opensChat, trigger, code]) => {
    expect(waitForMessage(opensChat, trigger)?.code).toBe(code)
  })
})
