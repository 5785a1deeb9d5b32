import { expect, test } from 'vitest'
import { PROFILES } from '../flow/profiles.ts'
import { firstReplyTo, type SaidByStore } from './first-reply-to.ts'

const HOUR = 3_600_000
const MEI = 7
const LIN = 8
const asked = { at: HOUR, seq: 4, buyer: 'ana', addresses: ['ana@home.example'], windowEndsAt: 73 * HOUR }

const reply = (said: Partial<SaidByStore>): SaidByStore => ({
  sentAt: 2 * HOUR,
  seq: 5,
  kind: 'human',
  agentId: MEI,
  buyer: 'ana',
  ...said,
})
/** A mail names an address and no buyer of ours. */
const mail = (address: string, said: Partial<SaidByStore> = {}): SaidByStore => {
  const { buyer: _, ...rest } = reply(said)
  return { ...rest, seq: 0, address }
}

const { alibaba, pinduoduo } = PROFILES

test.for<readonly [string, readonly SaidByStore[], number | null]>([
  ['nothing', [], null],
  ['the person it was given to', [reply({})], 0],
  ['another account, after it was given to them (CNT-04)', [reply({ agentId: LIN })], 0],
  ['nobody known (CNT-08)', [reply({ agentId: null })], null],
  ['a person, in another conversation of the same buyer (CNT-04)', [reply({ seq: 1 })], 0],
  ['a person, to another buyer', [reply({ buyer: 'ben' })], null],
  ['a new mail to a known address (CNT-04)', [mail('Ana@home.example')], 0],
  [
    'a mail of the connected mailbox, by another account (CNT-05)',
    [mail('ana@home.example', { agentId: LIN })],
    0,
  ],
  ['a mail to an unknown address', [mail('ana@elsewhere.example')], null],
  ['a note, then a person (CNT-06)', [reply({ isNote: true }), reply({ sentAt: 3 * HOUR })], 1],
  ['what failed, then the same again (CNT-06)', [reply({ hasFailed: true }), reply({ sentAt: 3 * HOUR })], 1],
  ['what was taken back in time (CNT-06)', [reply({ takenBackAt: 4 * HOUR })], null],
  ['what was taken back too late to matter (CNT-06)', [reply({ takenBackAt: 74 * HOUR })], 0],
  ['what was edited, then another (CNT-06)', [reply({ editedAt: 9 * HOUR }), reply({ sentAt: 3 * HOUR })], 0],
  ['what came before it (CNT-03)', [reply({ sentAt: HOUR, seq: 3 }), reply({ sentAt: 3 * HOUR })], 1],
  ['the later of two, told first', [reply({ sentAt: 3 * HOUR, seq: 6 }), reply({})], 1],
  ['the robot', [reply({ kind: 'faq_answer', agentId: null })], null],
])('a buyer’s message is answered by %s', ([, said, answer]) => {
  expect(firstReplyTo(asked, said, alibaba.counting.autoCounts)).toBe(answer === null ? null : said[answer])
})

test('under a rule book that counts it, the robot’s answer is the first reply (CNT-02)', () => {
  const robot = reply({ kind: 'faq_answer', agentId: null })
  const said = [reply({ sentAt: 3 * HOUR }), robot]
  expect(firstReplyTo(asked, said, pinduoduo.counting.autoCounts)).toBe(robot)
})
