import type { RouteRow } from './route-rows.ts'

const WRONG = 'not the password'
const TOKEN = 'a'.repeat(43)
const NEW_PASSWORD = 'twelve letters at least'

/** People, stores, one's own account and the log. Who is let in acts on an agent of their store, whom everybody outranks. */
export function peopleRows(): readonly RouteRow[] {
  const colleague = { lets: 'peopleKeeper', names: 'colleague' } as const
  const accept = { token: TOKEN, name: 'Eve', password: NEW_PASSWORD }
  const invite = { email: 'invited@people.example', role: 'agent' }
  const ask = { email: 'nobody@alder.example' }
  return [
    { route: 'GET /api/v1/accounts', lets: 'peopleKeeper', gives: 200 },
    { route: 'POST /api/v1/accounts/:id', ...colleague, body: { name: 'Renamed' }, gives: 204 },
    { route: 'POST /api/v1/accounts/:id/password-reset', ...colleague, gives: 200 },
    {
      route: 'POST /api/v1/accounts/:id/ownership',
      lets: 'owner',
      names: 'colleague',
      body: { password: WRONG },
      gives: 'PASSWORD_DIFFERS',
    },
    { route: 'POST /api/v1/invitations', lets: 'peopleKeeper', body: invite, gives: 200 },
    { route: 'DELETE /api/v1/invitations/:id', lets: 'peopleKeeper', names: 'invitation', gives: 204 },
    { route: 'POST /api/v1/invitations/look', lets: 'anyone', body: { token: TOKEN }, gives: 'LINK_UNKNOWN' },
    { route: 'POST /api/v1/invitations/accept', lets: 'anyone', body: accept, gives: 'LINK_UNKNOWN' },
    { route: 'POST /api/v1/password-resets', lets: 'anyone', body: ask, gives: 200 },
    {
      route: 'POST /api/v1/password-resets/use',
      lets: 'anyone',
      body: { token: TOKEN, password: NEW_PASSWORD },
      gives: 'LINK_UNKNOWN',
    },
    { route: 'GET /api/v1/audit', lets: 'peopleKeeper', gives: 200 },
  ]
}

export function myAccountRows(): readonly RouteRow[] {
  const at = '/api/v1/account'
  const password = { current: WRONG, password: NEW_PASSWORD }
  return [
    { route: `POST ${at}`, lets: 'person', body: { name: 'Renamed' }, gives: 204 },
    { route: `POST ${at}/password`, lets: 'person', body: password, gives: 'PASSWORD_DIFFERS' },
    { route: `GET ${at}/sessions`, lets: 'person', gives: 200 },
    { route: `DELETE ${at}/sessions/:id`, lets: 'person', names: 'session', gives: 204 },
    { route: `DELETE ${at}/sessions`, lets: 'person', gives: 204 },
    { route: 'GET /api/v1/stores', lets: 'person', gives: 200 },
    {
      route: 'POST /api/v1/session/store',
      lets: 'person',
      body: { store: 'nobody-works-there' },
      gives: 'NOT_FOUND',
    },
  ]
}

export function storeRows(): readonly RouteRow[] {
  const made = { name: 'Second shop', timeZone: 'UTC', defaultLocale: 'en' }
  const removal = { name: 'Any', password: WRONG }
  const avatar = '/api/v1/stores/:store/avatar'
  return [
    { route: 'GET /api/v1/store', lets: 'account', gives: 200 },
    { route: 'POST /api/v1/store', lets: 'storeKeeper', body: { timeZone: 'UTC' }, gives: 200 },
    {
      route: 'POST /api/v1/store/avatar',
      lets: 'storeKeeper',
      body: { image: 'aGVsbG8=' },
      gives: 'AVATAR_UNFIT',
    },
    { route: 'DELETE /api/v1/store/avatar', lets: 'storeKeeper', gives: 200 },
    { route: 'POST /api/v1/store/removal', lets: 'owner', body: removal, gives: 'PASSWORD_DIFFERS' },
    { route: 'POST /api/v1/stores', lets: 'owner', body: made, gives: 200 },
    { route: `GET ${avatar}`, lets: 'anyone', path: '/api/v1/stores/no-such/avatar', gives: 'NOT_FOUND' },
  ]
}
