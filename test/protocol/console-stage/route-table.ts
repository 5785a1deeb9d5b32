import { PASSWORD } from './add-account.ts'
import { DEFAULT_WIDGET_SETTINGS } from '@shopbell/protocol'
import { SAMPLE_FLOW } from './sample-flow.ts'

/** Who asks: nobody, an agent and the owner of the store, the owner's API token, the owner of another store, who was let go. */
export const ACTORS = ['nobody', 'agent', 'owner', 'program', 'stranger', 'leaver'] as const
export type Actor = (typeof ACTORS)[number]

export interface RouteRow {
  readonly route: string
  readonly path?: string
  readonly body?: unknown
  /** Statuses in the order of the actors. */
  readonly answers: readonly [number, number, number, number, number, number]
}

const LANE_REPLY = { id: 'route-table.1', text: 'Good morning' }

/** Every route with what each actor gets; `:id` is the harbor's conversation or token, `:version` its first version. */
export const ROUTE_TABLE: readonly RouteRow[] = [
  { route: 'GET /setup', answers: [200, 200, 200, 200, 200, 200] },
  {
    route: 'POST /setup',
    body: {
      token: 'a'.repeat(43),
      name: 'Eve',
      email: 'eve@evil.example',
      password: 'twelve letters at least',
    },
    answers: [409, 409, 409, 409, 409, 409],
  },
  { route: 'GET /session', answers: [401, 200, 200, 200, 200, 401] },
  {
    route: 'POST /session',
    body: { email: 'owner@harbor.example', password: 'wrong' },
    answers: [401, 401, 401, 401, 401, 401],
  },
  { route: 'POST /socket-tickets', answers: [401, 200, 200, 403, 200, 401] },
  { route: 'GET /api-tokens', answers: [401, 403, 200, 403, 200, 401] },
  { route: 'POST /api-tokens', body: { name: 'table' }, answers: [401, 403, 200, 403, 200, 401] },
  { route: 'DELETE /api-tokens/:id', path: '/api-tokens/:token', answers: [401, 403, 204, 403, 404, 401] },
  { route: 'GET /letters', answers: [401, 403, 200, 403, 200, 401] },
  { route: 'GET /conversations', answers: [401, 200, 200, 200, 200, 401] },
  { route: 'GET /conversations/:id', answers: [401, 200, 200, 200, 404, 401] },
  { route: 'GET /conversations/:id/messages', answers: [401, 200, 200, 200, 404, 401] },
  { route: 'POST /conversations/:id/replies', body: LANE_REPLY, answers: [401, 200, 200, 200, 404, 401] },
  {
    route: 'POST /conversations/:id/handling',
    body: { action: 'take' },
    answers: [401, 200, 200, 200, 404, 401],
  },
  { route: 'POST /conversations/:id/read', body: { seq: 1 }, answers: [401, 204, 204, 204, 404, 401] },
  { route: 'GET /flow/draft', answers: [401, 200, 200, 200, 404, 401] },
  { route: 'POST /flow/draft', body: { from: 'live' }, answers: [401, 403, 409, 409, 404, 401] },
  {
    route: 'POST /flow/draft/operations',
    body: {
      batch: 'route-table.1',
      base: 1,
      operations: [{ op: 'put', at: ['name'], value: 'Renamed' }],
    },
    answers: [401, 403, 200, 200, 404, 401],
  },
  {
    route: 'GET /flow/draft/operations',
    path: '/flow/draft/operations?after=0',
    answers: [401, 200, 200, 200, 404, 401],
  },
  {
    route: 'POST /flow/import',
    path: '/flow/import?dryRun=true',
    body: SAMPLE_FLOW,
    answers: [401, 403, 200, 200, 200, 401],
  },
  { route: 'POST /flow/publish', body: { revision: 999 }, answers: [401, 403, 409, 409, 404, 401] },
  { route: 'GET /flow/publish-preview', answers: [401, 200, 200, 200, 404, 401] },
  { route: 'GET /flow/versions', answers: [401, 200, 200, 200, 200, 401] },
  { route: 'GET /flow/versions/:version', answers: [401, 200, 200, 200, 404, 401] },
  { route: 'GET /flow/versions/:version/export', answers: [401, 200, 200, 200, 404, 401] },
  {
    route: 'GET /flow/versions/:version/diff/:other',
    path: '/flow/versions/1/diff/live',
    answers: [401, 200, 200, 200, 404, 401],
  },
  {
    route: 'POST /flow/versions/:version/restore',
    path: '/flow/versions/1/restore',
    body: {},
    answers: [401, 403, 409, 409, 404, 401],
  },
  // Of colleagues, stores and the log. `:account` is the agent, `:invited` an invitation of the harbor.
  { route: 'GET /accounts', answers: [401, 403, 200, 403, 200, 401] },
  {
    route: 'POST /accounts/:id',
    path: '/accounts/:account',
    body: { name: 'agent' },
    answers: [401, 403, 204, 403, 404, 401],
  },
  {
    route: 'POST /accounts/:id/password-reset',
    path: '/accounts/:account/password-reset',
    answers: [401, 403, 200, 403, 404, 401],
  },
  {
    route: 'POST /accounts/:id/ownership',
    path: '/accounts/:account/ownership',
    body: { password: 'not the password' },
    answers: [401, 403, 403, 403, 404, 401],
  },
  {
    route: 'POST /invitations',
    body: { email: 'new@harbor.example', role: 'agent' },
    answers: [401, 403, 200, 403, 200, 401],
  },
  {
    route: 'DELETE /invitations/:id',
    path: '/invitations/:invited',
    answers: [401, 403, 204, 403, 404, 401],
  },
  {
    route: 'POST /invitations/look',
    body: { token: 'a'.repeat(43) },
    answers: [404, 404, 404, 404, 404, 404],
  },
  {
    route: 'POST /invitations/accept',
    body: { token: 'a'.repeat(43), name: 'Eve', password: 'twelve letters at least' },
    answers: [404, 404, 404, 404, 404, 404],
  },
  {
    route: 'POST /password-resets',
    body: { email: 'route-table@harbor.example' },
    answers: [200, 200, 200, 200, 200, 200],
  },
  {
    route: 'POST /password-resets/use',
    body: { token: 'a'.repeat(43), password: 'twelve letters at least' },
    answers: [404, 404, 404, 404, 404, 404],
  },
  { route: 'POST /account', body: { name: 'Mei' }, answers: [401, 204, 204, 403, 204, 401] },
  {
    route: 'POST /account/password',
    body: { current: 'not the password', password: 'twelve letters at least' },
    answers: [401, 403, 403, 403, 403, 401],
  },
  { route: 'GET /account/sessions', answers: [401, 200, 200, 403, 200, 401] },
  { route: 'DELETE /account/sessions', answers: [401, 204, 204, 403, 204, 401] },
  {
    route: 'DELETE /account/sessions/:id',
    path: '/account/sessions/none-of-mine',
    answers: [401, 404, 404, 403, 404, 401],
  },
  { route: 'GET /stores', answers: [401, 200, 200, 403, 200, 401] },
  {
    route: 'POST /stores',
    body: { name: 'Second shop', timeZone: 'UTC', defaultLocale: 'en' },
    answers: [401, 403, 200, 403, 200, 401],
  },
  { route: 'POST /session/store', body: { store: 'not-mine' }, answers: [401, 404, 404, 403, 404, 401] },
  { route: 'GET /store', answers: [401, 200, 200, 200, 200, 401] },
  { route: 'POST /store', body: { timeZone: 'UTC' }, answers: [401, 403, 200, 403, 200, 401] },
  { route: 'POST /store/avatar', body: { image: 'aGVsbG8=' }, answers: [401, 403, 422, 403, 422, 401] },
  { route: 'DELETE /store/avatar', answers: [401, 403, 200, 403, 200, 401] },
  {
    route: 'POST /store/removal',
    body: { name: 'Shop harbor', password: 'not the password' },
    answers: [401, 403, 403, 403, 403, 401],
  },
  {
    route: 'GET /stores/:store/avatar',
    path: '/stores/harbor/avatar',
    answers: [404, 404, 404, 404, 404, 404],
  },
  { route: 'GET /audit', answers: [401, 403, 200, 403, 200, 401] },
  { route: 'GET /passkeys', answers: [401, 200, 200, 403, 200, 401] },
  {
    route: 'POST /passkeys/challenges',
    body: { password: PASSWORD },
    answers: [401, 200, 200, 403, 200, 401],
  },
  {
    route: 'POST /passkeys',
    body: { id: 'AAAA', clientDataJSON: 'AAAA', name: 'Laptop', attestationObject: 'AAAA' },
    answers: [401, 422, 422, 403, 422, 401],
  },
  { route: 'POST /passkeys/:id', body: { name: 'Phone' }, answers: [401, 404, 404, 403, 404, 401] },
  { route: 'DELETE /passkeys/:id', answers: [401, 404, 404, 403, 404, 401] },
  { route: 'POST /session/passkey/challenges', answers: [200, 200, 200, 200, 200, 200] },
  {
    route: 'POST /session/passkey',
    body: { id: 'AAAA', clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
    answers: [401, 401, 401, 401, 401, 401],
  },
  { route: 'GET /conversations/search', answers: [401, 200, 200, 200, 200, 401] },
  { route: 'GET /answers', answers: [401, 200, 200, 200, 200, 401] },
  { route: 'GET /answers/export', answers: [401, 403, 200, 200, 200, 401] },
  { route: 'GET /conversations/:id/export', answers: [401, 403, 200, 200, 404, 401] },
  { route: 'GET /attendance', answers: [401, 200, 200, 403, 200, 401] },
  { route: 'POST /attendance', body: { busy: false }, answers: [401, 200, 200, 403, 200, 401] },
  { route: 'GET /widget', answers: [401, 403, 200, 200, 200, 401] },
  {
    route: 'POST /widget',
    body: { settings: DEFAULT_WIDGET_SETTINGS, revision: 0 },
    answers: [401, 403, 200, 409, 200, 401],
  },
  {
    route: 'POST /widget/origins',
    body: { origin: 'https://shop.example' },
    answers: [401, 403, 200, 200, 200, 401],
  },
  {
    route: 'DELETE /widget/origins',
    path: '/widget/origins?origin=https://shop.example',
    answers: [401, 403, 200, 404, 200, 401],
  },
  {
    route: 'DELETE /conversations/:id',
    path: '/conversations/:erased',
    answers: [401, 403, 204, 404, 404, 401],
  },
  // Last: it ends the sessions that the others need.
  { route: 'DELETE /session', answers: [204, 204, 204, 204, 204, 204] },
]
