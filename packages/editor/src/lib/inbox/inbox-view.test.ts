import type { ConversationSummary } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { belongs, INBOX_VIEWS, inboxOrder, readInboxView } from './inbox-view.ts'

function row(id: string, lastAt: number, waitingSince?: number): ConversationSummary {
  const handling = waitingSince === undefined ? 'robot' : 'waiting'
  return {
    id,
    buyer: { name: id },
    handling,
    head: 1,
    lastAt,
    answers: 0,
    unread: 0,
    ...(waitingSince !== undefined && { waitingSince }),
  }
}

test('who waits longest stands first, who does not wait follows by last message', () => {
  const rows = [row('quiet', 10), row('waits-short', 40, 40), row('talks', 50), row('waits-long', 30, 5)]
  expect(rows.sort(inboxOrder).map(({ id }) => id)).toEqual(['waits-long', 'waits-short', 'talks', 'quiet'])
})

const ME = { id: 'mei', name: 'Mei' }
const LIN = { id: 'lin', name: 'Lin' }

test.for([
  ['who waits is to follow up, by anybody', { handling: 'waiting' }, ['follow', 'mine', 'all']],
  ['who has me is to follow up', { handling: 'human', assignee: ME }, ['follow', 'mine', 'all']],
  ['who has a colleague is not mine', { handling: 'human', assignee: LIN }, ['follow', 'all']],
  ['who has the robot is not to follow up', { handling: 'robot' }, ['all']],
  ['what is closed is out of the way', { handling: 'closed' }, ['all', 'closed']],
] as const)('%s', ([, row, views]) => {
  expect(INBOX_VIEWS.filter((view) => belongs(row, view, ME.id))).toEqual(views)
})

test('an address without a known view shows what to follow up', () => {
  expect([readInboxView(null), readInboxView('everything'), readInboxView('closed')]).toEqual([
    'follow',
    'follow',
    'closed',
  ])
})
