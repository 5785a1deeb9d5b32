import type { Migration } from 'kysely/migration'
import { makeFirstSchema } from './0001-first.ts'
import { makeOutbox } from './0002-outbox.ts'
import { makeDraftEditing } from './0003-draft-editing.ts'
import { makePublishing } from './0004-publishing.ts'
import { makePeople } from './0005-people.ts'
import { makeLetters } from './0007-letters.ts'
import { makePasskeys } from './0007-passkeys.ts'
import { makeShopPages } from './0008-shop-pages.ts'
import { makeAttendance } from './0009-attendance.ts'
import { makeFindAndErase } from './0010-find-and-erase.ts'
import { letStoresSend } from './0011-letters-of-a-store.ts'
import { makeSettings } from './0012-settings.ts'
import { makeCatalogue } from './0013-catalogue.ts'
import { makeProfileDays } from './0014-profile-days.ts'
import { indexArrivals } from './0015-new-arrivals.ts'
import { addCountingFacts } from './0016-counting-facts.ts'
import { scopeTokens } from './0017-token-scopes.ts'
import { makeUnrepeatedRequests } from './0017-unrepeated-requests.ts'
import { makeWebhooks } from './0018-webhooks.ts'
import { keepJudgements } from './0019-judged-answers.ts'
import { makeContacts } from './0020-contacts.ts'

/** Every step from an empty database to the schema of this version, in order. A released one never changes. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': { up: makeFirstSchema },
  '0002-outbox': { up: makeOutbox },
  '0003-draft-editing': { up: makeDraftEditing },
  '0004-publishing': { up: makePublishing },
  '0005-people': { up: makePeople },
  '0007-letters': { up: makeLetters },
  '0007-passkeys': { up: makePasskeys },
  '0008-shop-pages': { up: makeShopPages },
  '0009-attendance': { up: makeAttendance },
  '0010-find-and-erase': { up: makeFindAndErase },
  '0011-letters-of-a-store': { up: letStoresSend },
  '0012-settings': { up: makeSettings },
  '0013-catalogue': { up: makeCatalogue },
  '0014-profile-days': { up: makeProfileDays },
  '0015-new-arrivals': { up: indexArrivals },
  '0016-counting-facts': { up: addCountingFacts },
  '0017-token-scopes': { up: scopeTokens },
  '0017-unrepeated-requests': { up: makeUnrepeatedRequests },
  '0018-webhooks': { up: makeWebhooks },
  '0019-judged-answers': { up: keepJudgements },
  '0020-contacts': { up: makeContacts },
}
