import type { AuditEntry } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { settingName } from './setting-name.ts'

const changed = (about: Partial<AuditEntry>): AuditEntry => ({
  id: 1,
  at: 0,
  action: 'store_changed',
  ...about,
})

test.for([
  ['hours are called as on their page (PRM-07)', changed({ subject: 'reception' }), 'hours.title'],
  ['so are status replies', changed({ subject: 'status_replies' }), 'rules.status'],
  [
    'a rule book is named once',
    changed({ subject: 'profile', details: { setting: 'profile' } }),
    'book.title',
  ],
  ['a field of the store is in the details', changed({ details: { setting: 'timeZone' } }), 'store.zone'],
  ['what a newer server calls otherwise has no name here', changed({ subject: 'weather' }), null],
  ['an address is no setting', changed({ action: 'invited', subject: 'name' }), null],
] as const)('%s', ([, entry, name]) => {
  expect(settingName(entry)).toBe(name)
})
