import { describe, expect, test } from 'vitest'
import { type Attention, dueNotice, needsAttention } from './due-notice.ts'

type Row = Parameters<typeof dueNotice>[1]

const ME = { id: 'mei', name: 'Mei' }
const LIN = { id: 'lin', name: 'Lin' }
const FREE: Attention = { me: ME.id, busy: false, robotNotifies: true }
const BUSY: Attention = { ...FREE, busy: true }
const QUIET_BOOK: Attention = { ...FREE, robotNotifies: false }

const robot = (unread: number): Row => ({ handling: 'robot', unread })
const waiting = (unread: number): Row => ({ handling: 'waiting', unread, waitingSince: 1 })
const withPerson = (assignee: typeof ME, unread: number): Row => ({ handling: 'human', assignee, unread })
const closed: Row = { handling: 'closed', unread: 1 }

describe('what is told', () => {
  test.for([
    ['who begins to wait', robot(1), waiting(1), FREE, 'waits'],
    ['who begins to wait, when I am busy', robot(1), waiting(1), BUSY, null],
    ['who was not known and waits', undefined, waiting(1), FREE, 'waits'],
    ['who waits and writes again', waiting(1), waiting(2), FREE, 'wrote'],
    ['that a colleague has looked at who waits', waiting(2), waiting(0), FREE, null],
    ['that my buyer wrote', withPerson(ME, 0), withPerson(ME, 1), FREE, 'wrote'],
    ['that my buyer wrote, when I am busy', withPerson(ME, 0), withPerson(ME, 1), BUSY, 'wrote'],
    ['what I answered', withPerson(ME, 1), withPerson(ME, 0), FREE, null],
    ['that a colleague’s buyer wrote', withPerson(LIN, 0), withPerson(LIN, 1), FREE, null],
    ['that a colleague gives me a conversation', withPerson(LIN, 0), withPerson(ME, 0), FREE, 'assigned'],
    ['that a colleague takes mine', withPerson(ME, 0), withPerson(LIN, 0), FREE, null],
    ['a buyer’s first tap', undefined, robot(1), FREE, 'new'],
    ['the same buyer’s next tap', robot(1), robot(2), FREE, null],
    ['a tap after somebody looked', robot(0), robot(1), FREE, 'new'],
    ['a tap, where the rule book keeps it to the robot', undefined, robot(1), QUIET_BOOK, null],
    ['that it was closed', waiting(1), closed, FREE, null],
  ] as const)('%s', ([, before, after, attention, expected]) => {
    expect(dueNotice(before, after, attention)).toBe(expected)
  })
})

describe('what is counted', () => {
  test.for([
    ['who waits, read or not', waiting(0), FREE, true],
    ['what I have and have not read', withPerson(ME, 1), FREE, true],
    ['what I have and have read', withPerson(ME, 0), FREE, false],
    ['what a colleague has', withPerson(LIN, 3), FREE, false],
    ['what the robot answered and nobody read', robot(1), FREE, true],
    ['the same, where the rule book keeps it to the robot', robot(1), QUIET_BOOK, false],
    ['what is closed', closed, FREE, false],
  ] as const)('%s', ([, row, attention, expected]) => {
    expect(needsAttention(row, attention)).toBe(expected)
  })
})
